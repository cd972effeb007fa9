"""What the porting service refuses, and why."""

from __future__ import annotations

from kernel.errors import ErrorKind, spec

PORT_DATE_TOO_EARLY = spec(
    "PORT_DATE_TOO_EARLY",
    ErrorKind.INVALID,
    sv="{number} kan inte flyttas {wanted}. Tidigast {earliest}. {reason}",
    en="{number} cannot be ported {wanted}. The earliest date is {earliest}. {reason}",
)
NUMBERS_REFUSED = spec(
    "NUMBERS_REFUSED",
    ErrorKind.INVALID,
    sv="{count} av numren kan inte beställas: {listed}. Rätta eller ta bort dem; inget har beställts.",
    en="{count} of the numbers cannot be ordered: {listed}. Correct or remove them; nothing was ordered.",
)
NUMBER_ALREADY_IN_PORTING = spec(
    "NUMBER_ALREADY_IN_PORTING",
    ErrorKind.CONFLICT,
    sv="{number} är redan med i en pågående flytt. Ett nummer kan bara flyttas en gång i taget.",
    en="{number} is already part of a port under way. A number can only be ported once at a time.",
)
MANDATE_MISSING = spec(
    "MANDATE_MISSING",
    ErrorKind.CONFLICT,
    sv="Det saknas en undertecknad fullmakt för {listed} hos {donor}.",
    en="There is no signed mandate for {listed} at {donor}.",
)
MANDATE_NAME_MISSING = spec(
    "MANDATE_NAME_MISSING",
    ErrorKind.INVALID,
    sv="Skriv ditt för- och efternamn för att skriva under.",
    en="Write your first and last name to sign.",
)
CONTACT_REQUIRED = spec(
    "CONTACT_REQUIRED",
    ErrorKind.CONFLICT,
    sv="Ett nytt försök görs först när kunden har kontaktats. Anteckna kontakten först.",
    en="A second attempt is made only after contact with the customer. Record the contact first.",
)
NOTHING_CHANGED = spec(
    "NOTHING_CHANGED",
    ErrorKind.INVALID,
    sv="Uppgifterna är desamma som operatören sa nej till. Ändra något, eller skriv varför det ska gå nu.",
    en="The data is what the operator said no to. Change something, or say why it will work now.",
)
FEE_NOT_ACCEPTED = spec(
    "FEE_NOT_ACCEPTED",
    ErrorKind.CONFLICT,
    sv="Det nya försöket kostar {amount}. Godkänn avgiften för att gå vidare.",
    en="The new attempt costs {amount}. Accept the fee to go on.",
)
NOTHING_TO_QUOTE = spec(
    "NOTHING_TO_QUOTE",
    ErrorKind.CONFLICT,
    sv="Här finns ingen förfrågan att lämna pris på: allt är skickat eller avslutat, eller finns inte hos er.",
    en="There is no request here to quote a price for: all is sent or ended, or is not yours.",
)
QUOTE_EXPIRED = spec(
    "QUOTE_EXPIRED",
    ErrorKind.CONFLICT,
    sv="Prisuppgiften gällde till {until}. En ny, {fresh_id}, har tagits fram. Godkänn den i stället.",
    en="The quote was valid until {until}. A new one, {fresh_id}, has been made. Accept that one instead.",
)
QUOTE_CHANGED = spec(
    "QUOTE_CHANGED",
    ErrorKind.CONFLICT,
    sv="Det som prisuppgiften gällde har ändrats. En ny, {fresh_id}, har tagits fram. Godkänn den i stället.",
    en="What the quote was for has changed. A new one, {fresh_id}, has been made. Accept that one instead.",
)
QUOTE_NOT_ACCEPTED = spec(
    "QUOTE_NOT_ACCEPTED",
    ErrorKind.CONFLICT,
    sv="Prisuppgiften är inte godkänd, eller finns inte hos er. Godkänn den, eller beställ utan den.",
    en="The quote has not been accepted, or is not yours. Accept it, or order without it.",
)
QUOTE_NOT_COVERING = spec(
    "QUOTE_NOT_COVERING",
    ErrorKind.CONFLICT,
    sv="Prisuppgiften gäller inte {listed}, eller är redan använd. Begär en ny för de numren.",
    en="The quote does not cover {listed}, or has been used already. Ask for a new one for those numbers.",
)
OWNER_ID_WRONG = spec(
    "OWNER_ID_WRONG",
    ErrorKind.INVALID,
    sv="{value} är inget organisations- eller personnummer.",
    en="{value} is no organisation or personal number.",
)
RETRY_NOT_POSSIBLE = spec(
    "RETRY_NOT_POSSIBLE",
    ErrorKind.CONFLICT,
    sv="Ett nytt försök hjälper inte: {reason}",
    en="A new attempt does not help: {reason}",
)
TOO_LATE_TO_STOP = spec(
    "TOO_LATE_TO_STOP",
    ErrorKind.CONFLICT,
    sv="Sista tiden att stoppa var {deadline}. Nu går det bara framåt: återaktivering eller återportering.",
    en="The last time to stop was {deadline}. Now only forward: reactivation or a port back.",
)
WISH_ALREADY_OPEN = spec(
    "WISH_ALREADY_OPEN",
    ErrorKind.CONFLICT,
    sv="{donor} har redan en fråga från oss om {order}. Vänta på svaret först.",
    en="{donor} already has a question of ours about {order}. Await its answer first.",
)
NOT_AT_DONOR = spec(
    "NOT_AT_DONOR",
    ErrorKind.CONFLICT,
    sv="{order} ligger inte hos operatören nu, så tiden kan inte flyttas hos den.",
    en="{order} does not lie at the operator now, so its time cannot be moved there.",
)
MAIN_NUMBER_NOT_LAST = spec(
    "MAIN_NUMBER_NOT_LAST",
    ErrorKind.INVALID,
    sv="Huvudnumret {number} ska flyttas sist. Lägg det tidigast {latest}.",
    en="The main number {number} is to be ported last. Put it at {latest} or later.",
)
MAIN_NUMBER_STAYS = spec(
    "MAIN_NUMBER_STAYS",
    ErrorKind.CONFLICT,
    sv="Huvudnumret kan inte flyttas från {main_at} och ska gå sist. Välj en tid som inte är senare än så.",
    en="The main number cannot be moved from {main_at} and is to go last. Choose a time that is no later.",
)
SERIES_SPLIT_IN_TIME = spec(
    "SERIES_SPLIT_IN_TIME",
    ErrorKind.INVALID,
    sv="{listed} hör ihop hos {donor} och ska flyttas samma dag och timme.",
    en="{listed} belong together at {donor} and are to be ported on one day and hour.",
)
NUMBER_NOT_IN_ORDER = spec(
    "NUMBER_NOT_IN_ORDER",
    ErrorKind.INVALID,
    sv="{number} finns inte i {order}, eller kan inte längre tas ur den.",
    en="{number} is not in {order}, or can no longer be taken out of it.",
)
WAIVER_TOO_LARGE = spec(
    "WAIVER_TOO_LARGE",
    ErrorKind.INVALID,
    sv="Det finns {left} att efterskänka för det här försöket, inte {wanted}.",
    en="There is {left} to waive for this attempt, not {wanted}.",
)
AMOUNT_WRONG = spec(
    "AMOUNT_WRONG",
    ErrorKind.INVALID,
    sv="{value} är inget belopp. Skriv kronor från 0 till 1 000 000, till exempel 495 eller 29,50.",
    en="{value} is no amount. Write kronor from 0 to 1,000,000, for example 495 or 29.50.",
)
FEE_BUDGET_REACHED = spec(
    "FEE_BUDGET_REACHED",
    ErrorKind.CONFLICT,
    sv="Dagens gräns för porteringskostnader är {budget} och {spent} är redan använt. "
    "Vänta till i morgon, eller be en planerare höja gränsen.",
    en="Today's limit for porting costs is {budget} and {spent} is used. "
    "Wait until tomorrow, or ask a planner to raise it.",
)
NOT_CONTESTABLE = spec(
    "NOT_CONTESTABLE",
    ErrorKind.CONFLICT,
    sv="Inget av skälen går att bestrida. Rätta uppgifterna och försök igen.",
    en="None of the reasons can be contested. Correct the data and try again.",
)
ALREADY_SIGNED = spec(
    "ALREADY_SIGNED",
    ErrorKind.CONFLICT,
    sv="{name} har redan skrivit under. Två firmatecknare ska vara två personer.",
    en="{name} has already signed. Two signatories are two persons.",
)
PORTING_PRICE_IN_THE_PAST = spec(
    "PORTING_PRICE_IN_THE_PAST",
    ErrorKind.INVALID,
    sv="Ett pris kan gälla tidigast i dag, {today}. Det som har varit ändras inte.",
    en="A price can hold from today, {today}, at the earliest. What has been is not changed.",
)
NOTHING_TO_PORT = spec(
    "NOTHING_TO_PORT",
    ErrorKind.INVALID,
    sv="Ange minst ett nummer eller en serie.",
    en="Give at least one number or series.",
)
BANKID_AWAY = spec(
    "BANKID_AWAY",
    ErrorKind.UNAVAILABLE,
    sv="BankID svarar inte just nu. Försök igen om en stund, eller skriv under med ditt namn.",
    en="BankID does not answer just now. Try again in a while, or sign with your name.",
)
DESK_ANSWER_WRONG = spec(
    "DESK_ANSWER_WRONG",
    ErrorKind.INVALID,
    sv="Svaret går inte att läsa: {why}",
    en="The answer cannot be read: {why}",
)
REQUEST_ON_ITS_WAY = spec(
    "REQUEST_ON_ITS_WAY",
    ErrorKind.CONFLICT,
    sv="{order} är på väg till operatören, eller så vet vi inte om den kom fram. Vänta tills det är utrett.",
    en="{order} is on its way to the operator, or we do not know whether it arrived. Wait until that is settled.",
)
PORT_TIME_TOO_NEAR = spec(
    "PORT_TIME_TOO_NEAR",
    ErrorKind.INVALID,
    sv="En bokad flytt kan läggas tidigast {earliest}: operatören behöver tid att ändra den.",
    en="A booked port can be put on {earliest} at the earliest: the operator needs time to change it.",
)
REPAIR_CLOSED = spec(
    "REPAIR_CLOSED",
    ErrorKind.CONFLICT,
    sv="Ett nytt försök är redan skickat, så det finns inget kvar att rätta här. Följ det på sidan för läget.",
    en="A new attempt has been sent already, so there is nothing left to correct here. Follow it on the status page.",
)
REPAIR_WORDS_MISSING = spec(
    "REPAIR_WORDS_MISSING",
    ErrorKind.INVALID,
    sv="Skriv vad som stämmer, så att planeraren kan begära flytten igen.",
    en="Write what is right, so that the planner can ask for the move again.",
)
NUMBER_REFUSED = spec(
    "NUMBER_REFUSED",
    ErrorKind.INVALID,
    sv="{number} kan inte beställas: {codes}. Rätta numret eller ta bort det.",
    en="{number} cannot be ordered: {codes}. Correct the number or remove it.",
)
TOO_MANY_NUMBERS = spec(
    "TOO_MANY_NUMBERS",
    ErrorKind.INVALID,
    sv="En beställning rymmer högst {most} nummer, den här har {count}. Dela upp den.",
    en="One order holds at most {most} numbers, this one has {count}. Send it in parts.",
)
FAMILY_REFUSED = spec(
    "FAMILY_REFUSED",
    ErrorKind.INVALID,
    sv="{count} av {total} poster har fel. Ni bad om allt eller inget, så inget har lagts upp.",
    en="{count} of {total} items are at fault. You asked for all or none, so nothing was laid up.",
)
SIGNATORIES_MISSING = spec(
    "SIGNATORIES_MISSING",
    ErrorKind.INVALID,
    sv="Skriv för- och efternamn på {needed} som har skrivit under, med komma emellan om de är två.",
    en="Write the first and last name of the {needed} who signed, with a comma between two.",
)
SIGNED_ON_WRONG = spec(
    "SIGNED_ON_WRONG",
    ErrorKind.INVALID,
    sv="En fullmakt som undertecknades {signed_on} gäller inte i dag, {today}: den gäller i {days} dagar från "
    "underskriften. Rätta dagen, eller låt kunden skriva under en ny.",
    en="A mandate signed on {signed_on} does not hold today, {today}: it holds for {days} days from its signature. "
    "Correct the day, or let the customer sign a new one.",
)
DOCUMENT_NOT_PDF = spec(
    "DOCUMENT_NOT_PDF",
    ErrorKind.INVALID,
    sv="{name} är ingen PDF. Skanna den undertecknade fullmakten som PDF och lämna in den.",
    en="{name} is no PDF. Scan the signed mandate as a PDF and file that.",
)
NOTHING_TO_SUBMIT = spec(
    "NOTHING_TO_SUBMIT",
    ErrorKind.CONFLICT,
    sv="Ingen order här är ett utkast, så det finns inget att skicka.",
    en="No order here is a draft, so there is nothing to submit.",
)
