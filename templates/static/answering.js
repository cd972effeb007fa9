// The questionnaire saves as one types and shows what others write. Without this file its buttons do the same.
"use strict";

for (const form of document.querySelectorAll("form[data-autosave]")) {
  const state = form.querySelector("[data-state]");
  const waiting = new Map();
  const part = (key) => form.querySelector(`[data-question="${key}"]`);
  const fields = (key) => [...form.querySelectorAll(`[name="q-${key}"]`)];
  const hidden = (kind, key) => form.querySelector(`[name="${kind}-${key}"]`);
  const several = (key) => fields(key).length > 1 || fields(key)[0]?.type === "checkbox";

  const answer = (key) => several(key)
    ? fields(key).filter((each) => each.checked).map((each) => each.value).sort().join(",")
    : fields(key)[0].value.trim();

  const put = (key, value) => {
    if (several(key)) {
      const chosen = value.split(",");
      for (const each of fields(key)) each.checked = chosen.includes(each.value);
    } else fields(key)[0].value = fields(key)[0].tagName === "TEXTAREA" && part(key).dataset.lines ? value.replaceAll(",", "\n") : value;
    showAsked();
  };

  // Questions that hang on another answer.
  const showAsked = () => {
    for (const each of form.querySelectorAll("[data-when]")) {
      const on = answer(each.dataset.when.slice(2)).split(",");
      each.hidden = !each.dataset.is.split(" ").some((wanted) => on.includes(wanted));
    }
  };

  const say = (key, kind, words) => {
    const place = form.querySelector(`#q-${key}-${kind}`);
    (place.querySelector("p") ?? place).textContent = words;
    place.hidden = !words;
    if (kind === "fault") part(key).classList.toggle("wrong", Boolean(words));
  };

  // One after the other: each is sent with the version that the one before it was given.
  let sending = 0;
  let last = Promise.resolve();
  const save = (key) => {
    waiting.delete(key);
    sending += 1;
    last = last.then(() => send(key)).finally(() => { sending -= 1; });
  };

  const send = async (key) => {
    const sent = new FormData();
    sent.set("csrf", form.elements.csrf.value);
    sent.set("item", form.dataset.item);
    for (const each of fields(key)) {
      if (!/^(radio|checkbox)$/.test(each.type) || each.checked) sent.append(each.name, each.value);
    }
    for (const kind of ["v", "was"]) sent.set(`${kind}-${key}`, hidden(kind, key).value);
    state.textContent = form.dataset.saving;
    const reply = await fetch(form.dataset.autosave, { method: "POST", body: sent, headers: { Accept: "application/json" }, signal: AbortSignal.timeout(10000) }).catch(() => null);
    const ended = reply?.redirected || reply?.status === 401 || reply?.status === 403;
    const told = ended ? null : await reply?.json().catch(() => null);
    if (!told) {
      state.textContent = ended ? form.dataset.ended : form.dataset.unsaved;
      if (!ended) waiting.set(key, setTimeout(() => save(key), 5000));
      return;
    }
    if (told.code) { // refused, and why: what was typed stays in its field
      state.textContent = told.detail;
      if (reply.status >= 500) waiting.set(key, setTimeout(() => save(key), 5000));
      return;
    }
    hidden("v", key).value = told.version;
    hidden("was", key).value = told.value;
    say(key, "conflict", reply.status === 409 ? told.words : "");
    if (reply.status === 409) { state.textContent = told.words; return; }
    say(key, "fault", told.problem);
    state.textContent = `${form.dataset.saved} ${new Date().toTimeString().slice(0, 5)}`;
  };

  form.addEventListener("input", (event) => {
    const key = event.target.closest("[data-question]")?.dataset.question;
    if (!key) return;
    showAsked();
    clearTimeout(waiting.get(key));
    waiting.set(key, setTimeout(() => save(key), /^(radio|checkbox|select-one)$/.test(event.target.type) ? 50 : 700));
  });
  form.addEventListener("submit", (event) => {
    for (const each of waiting.values()) clearTimeout(each);
    waiting.clear();
    if (!sending) return;
    event.preventDefault(); // what is being saved would else be somebody else's answer to what is sent now
    const button = event.submitter;
    last.then(() => {
      delete form.dataset.sent; // it was held back, not sent
      form.requestSubmit(button);
    });
  });

  // What others write shows here, unless one is writing there oneself.
  setInterval(async () => {
    if (document.hidden || sending) return;
    const reply = await fetch(form.dataset.now, { headers: { Accept: "application/json" } }).catch(() => null);
    if (!reply || !reply.ok || reply.redirected) return;
    for (const [key, told] of Object.entries(await reply.json())) {
      if (waiting.has(key) || told.version <= Number(hidden("v", key).value)) continue;
      if (part(key).contains(document.activeElement) || answer(key) !== hidden("was", key).value) continue;
      hidden("v", key).value = told.version;
      hidden("was", key).value = told.value;
      put(key, told.value);
      state.textContent = `${form.dataset.changed} ${told.by}`;
      part(key).classList.add("changed");
    }
  }, 3000);
  showAsked();
  // What one began to type before this file had come is heard of too.
  const begun = form.contains(document.activeElement) && document.activeElement.closest("[data-question]")?.dataset.question;
  if (begun && fields(begun).length && answer(begun) !== hidden("was", begun).value) save(begun);
}
