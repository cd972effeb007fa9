"""Every event in words, for the timeline. A test fails when a machine has an event that is not here."""

from __future__ import annotations

from typing import Final

from kernel.language import Text

LABELS: Final = {
    "delivery_case.start_work": Text(sv="Genomförandet började", en="Implementation began"),
    "delivery_case.start_go_live": Text(sv="Driftsättningen började", en="Going live began"),
    "delivery_case.go_live": Text(sv="Växeln sattes i drift", en="The switchboard went live"),
    "delivery_case.hand_over": Text(sv="Överlämnad till kundservice", en="Handed over to customer service"),
    "delivery_case.cancel": Text(sv="Ärendet avbröts", en="The case was cancelled"),
    "customer_data_version.find_faults": Text(
        sv="Kunddata laddades upp, med fel", en="Customer data uploaded, with faults"
    ),
    "customer_data_version.pass": Text(
        sv="Kunddata laddades upp utan fel", en="Customer data uploaded without faults"
    ),
    "customer_data_version.sign": Text(sv="Kunddata godkändes", en="Customer data signed off"),
    "customer_data_version.supersede": Text(sv="En nyare version tog över", en="A newer version took over"),
    "sim_card.assign": Text(sv="SIM tilldelades", en="SIM assigned"),
    "sim_card.release": Text(sv="SIM lades tillbaka i lagret", en="SIM returned to stock"),
    "sim_card.pack": Text(sv="SIM packades i kuvert", en="SIM packed in its envelope"),
    "sim_card.ship": Text(sv="SIM skickades", en="SIM sent"),
    "sim_card.receive": Text(sv="SIM togs emot", en="SIM received"),
    "sim_card.activate": Text(sv="SIM aktiverades", en="SIM activated"),
    "sim_card.lose": Text(sv="SIM anmäldes borttappat", en="SIM reported lost"),
    "sim_card.return": Text(sv="SIM kom i retur", en="SIM came back"),
    "sim_card.retire": Text(sv="SIM byttes ut", en="SIM changed for another"),
    "training_session.move": Text(sv="Utbildning flyttades", en="Training was moved"),
    "training_session.hold": Text(sv="Utbildning hölls", en="Training was held"),
    "training_session.cancel": Text(sv="Utbildning ställdes in", en="Training was cancelled"),
    "parcel.lose": Text(sv="Paketet kom bort", en="The parcel was lost"),
    "parcel.dispatch": Text(sv="Paketet skickades", en="The parcel was sent"),
    "parcel.deliver": Text(sv="Paketet kom fram", en="The parcel arrived"),
    "parcel.return": Text(sv="Paketet kom i retur", en="The parcel was returned"),
    "go_live_fault.mend": Text(sv="Felet avhjälptes", en="The fault was mended"),
    "porting_order.release": Text(sv="Flytten släpptes för begäran", en="The port was released"),
    "porting_order.submit": Text(sv="Flytten begärdes hos operatören", en="The port was asked for"),
    "porting_order.confirm": Text(sv="Operatören bekräftade flytten", en="The operator confirmed the port"),
    "porting_order.reject": Text(sv="Operatören sa nej", en="The operator said no"),
    "porting_order.retry": Text(sv="Ett nytt försök lades upp", en="A new attempt was laid up"),
    "porting_order.request_cancel": Text(
        sv="Vi bad operatören avbryta flytten", en="We asked the operator to cancel"
    ),
    "porting_order.refuse_cancel": Text(sv="Operatören avbryter inte", en="The operator does not cancel"),
    "porting_order.cancel": Text(sv="Flytten avbröts", en="The port was cancelled"),
    "porting_order.port_part": Text(sv="En del av numren flyttades", en="Part of the numbers moved"),
    "porting_order.port": Text(sv="Numren flyttades", en="The numbers moved"),
    "porting_number.confirm": Text(sv="Nummer bekräftat", en="Number confirmed"),
    "porting_number.reject": Text(sv="Nummer avslaget", en="Number rejected"),
    "porting_number.retry": Text(sv="Nummer begärs igen", en="Number asked for again"),
    "porting_number.port": Text(sv="Nummer flyttat", en="Number moved"),
    "porting_number.cancel": Text(sv="Nummer avbrutet", en="Number cancelled"),
    "porting_number.exclude": Text(sv="Nummer taget ur flytten", en="Number taken out"),
    "porting_number.fail": Text(sv="Flytten av numret misslyckades", en="The port of the number failed"),
    "porting_number.reactivate": Text(
        sv="Numret fungerar hos operatören igen", en="The number works at the operator again"
    ),
    "porting_number.port_back": Text(sv="Nummer flyttat tillbaka", en="Number moved back"),
    "porting_number.return": Text(
        sv="Nummer återlämnat till innehavaren", en="Number given back to its holder"
    ),
    "porting_wish.send": Text(sv="Operatören tillfrågad", en="The operator was asked"),
    "porting_wish.grant": Text(sv="Operatören gör som vi bad", en="The operator does as we asked"),
    "porting_wish.refuse": Text(sv="Operatören säger nej till det", en="The operator says no to that"),
    "porting_wish.drop": Text(sv="Flytten hann före svaret", en="The port came before the answer"),
    "porting_attempt.send": Text(sv="Begäran skickas", en="Request being sent"),
    "porting_attempt.receive": Text(sv="Begäran mottagen", en="Request received"),
    "porting_attempt.refuse": Text(
        sv="Begäran togs inte emot, skickas igen", en="Request not taken, sent again"
    ),
    "porting_attempt.lose": Text(sv="Svaret uteblev; vi kontrollerar", en="No answer came; we look it up"),
    "porting_attempt.find": Text(
        sv="Kontrollen fann begäran hos operatören", en="The look-up found the request"
    ),
    "porting_attempt.prove_absent": Text(
        sv="Kontrollen visade att begäran inte kom fram", en="The look-up proved that it never came"
    ),
    "porting_attempt.accept": Text(sv="Begäran godkänd", en="Request accepted"),
    "porting_attempt.reject": Text(sv="Begäran avslagen", en="Request rejected"),
    "porting_attempt.cancel": Text(sv="Begäran avbruten", en="Request cancelled"),
    "porting_attempt.park": Text(sv="Begäran parkerad för en person", en="Request parked for a person"),
    "porting_attempt.resume": Text(sv="Begäran tas upp igen", en="Request taken up again"),
    "mandate.send": Text(sv="Fullmakt väntar på underskrift", en="Mandate awaits signature"),
    "mandate.view": Text(sv="Fullmakt öppnad", en="Mandate opened"),
    "mandate.sign": Text(sv="Fullmakt undertecknad", en="Mandate signed"),
    "mandate.file": Text(sv="Undertecknad fullmakt lämnades in", en="A signed mandate was filed"),
    "mandate.revoke": Text(sv="Fullmakt återkallad", en="Mandate revoked"),
    "mandate.expire": Text(sv="Fullmakt utgången", en="Mandate expired"),
}
# Reasons that the product gives by itself stand in the history under their key.
PROFILE_SENT: Final = "esim.sent"
OTHER_OWNER: Final = "mandate.other_owner"
NUMBERS_CHANGED: Final = "mandate.numbers_changed"
CASE_CANCELLED: Final = "case.cancelled"
REASONS: Final = {
    PROFILE_SENT: Text(sv="aktiveringskoden mejlades", en="the activation code was mailed"),
    OTHER_OWNER: Text(sv="numren har en annan ägare", en="the numbers have another owner"),
    NUMBERS_CHANGED: Text(sv="numren har ändrats", en="the numbers have changed"),
    CASE_CANCELLED: Text(sv="ärendet avbröts", en="the case was cancelled"),
    # Why an order kept its time when go-live was moved.
    "TOO_LATE_TO_STOP": Text(
        sv="operatörens sista stopptid har passerat", en="the operator's stop deadline has passed"
    ),
    "WISH_ALREADY_OPEN": Text(sv="operatören har redan en fråga", en="the operator already has a question"),
    "PORT_DATE_TOO_EARLY": Text(sv="operatören kan inte den tiden", en="the operator cannot at that time"),
    "NOT_AT_DONOR": Text(sv="ordern måste rättas först", en="the order must be repaired first"),
    # Reasons that the porting service and the customer's pages give, by the words they write.
    "mandate revoked": Text(sv="fullmakten återkallades", en="the mandate was revoked"),
    "revoked by the customer": Text(sv="återkallad av kunden", en="revoked by the customer"),
}
NOTES: Final = {
    "opened": Text(sv="Ärendet öppnades", en="The case was opened"),
    "activity_done": Text(sv="Klart", en="Done"),
    "activity_undone": Text(sv="Inte längre klart", en="No longer done"),
    "activity_waived": Text(sv="Undantag", en="Waived"),
    "go_live_moved": Text(sv="Driftstart flyttades", en="Go-live was moved"),
    "escalated": Text(sv="Försenat, och sagt vidare", en="Late, and escalated"),
    "passed_on": Text(sv="Ärendet fick en annan planerare", en="The case got another planner"),
    "slipped": Text(sv="Väntas bli klart en annan dag", en="Expected on another day"),
    "scope_changed": Text(sv="Tillvalen ändrades", en="The options were changed"),
    "port_not_moved": Text(sv="Ordern behåller sin tid", en="The order keeps its time"),
    "port_move_asked": Text(
        sv="Operatörerna tillfrågades om ny tid", en="The operators were asked for a new time"
    ),
    "go_live_confirmed": Text(sv="Driftstart bekräftades", en="Go-live was confirmed"),
    "go_live_unconfirmed": Text(sv="Driftstart blev preliminär igen", en="Go-live became preliminary again"),
    "prepared": Text(sv="Porteringsförberedelse besvarad", en="Porting preparation answered"),
    "leads": Text(sv="Leveransledare tilldelades", en="Delivery leads assigned"),
    "meeting_booked": Text(sv="Uppstartsmöte bokades", en="Start-up meeting booked"),
    "meeting_held": Text(sv="Uppstartsmöte hölls", en="Start-up meeting held"),
    "section_done": Text(sv="Kunden är klar med", en="The customer is done with"),
    "role_given": Text(sv="Inbjuden att hjälpa till", en="Invited to help"),
    "role_taken": Text(sv="Hjälper inte till längre", en="Helps no longer"),
    "answers_signed": Text(sv="Kundens svar godkändes", en="The customer's answers were signed off"),
    "sample": Text(sv="Stickprov drogs", en="Sample drawn"),
    "test_call": Text(sv="Testsamtal", en="Test call"),
    "decision_go": Text(sv="Beslut: vi kör", en="Decision: go"),
    "decision_no_go": Text(sv="Beslut: vi stoppar", en="Decision: no-go"),
    "decision_roll_forward": Text(sv="Beslut: åtgärd framåt", en="Decision: action forward"),
    "decision_note": Text(sv="Beslutsloggen", en="Decision log"),
    "day_message": Text(sv="Meddelande till användarna", en="Message to the users"),
    "package": Text(
        sv="Dokumentationen sparades som den lämnades över", en="Documentation kept as handed over"
    ),
    "fault": Text(sv="Fel upptäcktes", en="Fault found"),
    "envelope": Text(sv="PIN och PUK visades", en="PIN and PUK shown"),
    "contact": Text(sv="Kunden kontaktades", en="Customer contacted"),
    "start_mail": Text(sv="Startmejl skickades", en="Start mails sent"),
    "start_bounced": Text(sv="Startmeddelande kom inte fram", en="A start message did not arrive"),
    "sims_short": Text(sv="SIM-lagret tog slut", en="The SIM stock ran out"),
    "sim_waived": Text(
        sv="Undantag: numret släpps utan SIM i hand", en="Waived: number let go without SIM in hand"
    ),
    "ports_released": Text(sv="Portarna släpptes till driftstarten", en="The ports were let go for go-live"),
    "sim_address": Text(sv="Adressen för SIM-kort ändrades", en="The address for SIM cards was changed"),
    "delay": Text(sv="Försening", en="Delay"),
    "signature_asked": Text(sv="Kunden ombads skriva under", en="The customer was asked to sign"),
    "reminded": Text(sv="Kunden påmindes", en="Customer reminded"),
    "file_added": Text(sv="Fil lades till", en="File added"),
    "file_removed": Text(sv="Fil togs bort", en="File removed"),
    "file_shared": Text(sv="Fil delades med kunden", en="File shared with the customer"),
    "note": Text(sv="Anteckning", en="Note"),
    "comment": Text(sv="Kommentar som återförsäljaren läser", en="Comment that the reseller reads"),
}
