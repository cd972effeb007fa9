// Everything works without this file; with it some things are nicer.
"use strict";

// Upload with truthful progress: bytes the browser has really sent.
for (const form of document.querySelectorAll("form[data-upload]")) {
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const bar = form.querySelector("progress");
    const words = form.querySelector("[data-progress-words]");
    const button = form.querySelector("button");
    button.disabled = true;
    bar.hidden = words.hidden = false;
    const request = new XMLHttpRequest();
    request.open("POST", form.action);
    request.setRequestHeader("Accept", "text/html");
    request.upload.addEventListener("progress", (sent) => {
      if (!sent.lengthComputable) return;
      const share = Math.round((100 * sent.loaded) / sent.total);
      bar.value = share;
      words.textContent = share < 100 ? `${share} %` : form.dataset.checking;
    });
    request.addEventListener("load", () => {
      if (request.responseURL && request.status < 400) { location.assign(request.responseURL); return; }
      document.open(); document.write(request.responseText); document.close();
    });
    request.addEventListener("error", () => {
      button.disabled = false; bar.hidden = true; words.textContent = form.dataset.lost;
    });
    request.send(new FormData(form));
  });
}

// A form is sent once, however often its button is pressed.
for (const form of document.querySelectorAll("form[method=post]:not([data-upload])")) {
  form.addEventListener("submit", (event) => {
    if (form.dataset.sent) { event.preventDefault(); return; }
    form.dataset.sent = "1";
    setTimeout(() => { delete form.dataset.sent; }, 4000);
  });
}

// Live parts of a page: asked for again while somebody looks, replaced only when they changed. A part that has a
// stream is asked for when the stream says so, and as if there were none for as long as nothing comes through it.
const QUIET = 25_000;
for (const part of document.querySelectorAll("[data-refresh]")) {
  let heard = 0;
  const look = async () => {
    if (document.hidden || part.contains(document.activeElement)) return;
    const answer = await fetch(location.href, { headers: { Accept: "text/html" } }).catch(() => null);
    if (!answer || !answer.ok) return;
    if (answer.redirected) { location.assign(answer.url); return; }
    const fresh = new DOMParser().parseFromString(await answer.text(), "text/html").getElementById(part.id);
    if (!fresh) return;
    for (const open of part.querySelectorAll("details[id][open]")) fresh.querySelector(`#${open.id}`)?.setAttribute("open", "");
    if (fresh.innerHTML === part.innerHTML) return;
    part.innerHTML = fresh.innerHTML;
    const words = document.getElementById(part.dataset.words);
    if (words) words.textContent = part.dataset.changed;
  };
  if (part.dataset.stream && window.EventSource) {
    const stream = new EventSource(part.dataset.stream);
    let mark = part.dataset.mark; // of what the page shows: news of before the stream came through is news too
    const hear = (event) => {
      heard = Date.now();
      if (event.data === mark) return;
      mark = event.data;
      look();
    };
    stream.addEventListener("here", hear);
    stream.addEventListener("changed", hear);
    stream.addEventListener("error", () => { heard = 0; });
    addEventListener("pagehide", () => stream.close());
    // News that came while nobody looked, or while the part was in use, is looked at then.
    document.addEventListener("visibilitychange", look);
    part.addEventListener("focusout", () => setTimeout(look));
  }
  setInterval(() => { if (Date.now() - heard > QUIET) look(); }, Number(part.dataset.refresh) * 1000);
}

// Keys for those who live here: / search, j and k through a list, Enter opens, ? shows the keys.
const rows = [...document.querySelectorAll("tr[data-row]")];
let picked = -1;
document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  if (/^(INPUT|TEXTAREA|SELECT)$/.test(event.target.tagName)) return;
  const search = document.querySelector("input[type=search]");
  if (event.key === "/" && search) { event.preventDefault(); search.focus(); }
  if (event.key === "?") document.getElementById("keys")?.toggleAttribute("open");
  if ((event.key === "j" || event.key === "k") && rows.length) {
    rows[picked]?.classList.remove("picked");
    picked = Math.min(rows.length - 1, Math.max(0, picked + (event.key === "j" ? 1 : -1)));
    rows[picked].classList.add("picked");
    rows[picked].querySelector("a")?.focus();
  }
});
