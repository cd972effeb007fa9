"""A visitor without JavaScript: opens pages, fills in the forms that stand on them, follows redirects."""

from __future__ import annotations

from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import Any, Final

import httpx

_OK: Final = 400


@dataclass
class Form:
    """A form as it stands on a page: where it goes, and what it already holds."""

    action: str
    method: str
    fields: dict[str, str] = field(default_factory=dict)
    checkboxes: dict[str, str] = field(default_factory=dict)


class _Reader(HTMLParser):
    """Collects the forms of a page with the values that a browser would send unasked."""

    def __init__(self) -> None:
        super().__init__()
        self.forms: list[Form] = []
        self.links: list[str] = []
        self._open: Form | None = None
        self._select: str = ""
        self._textarea: str = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = {name: value or "" for name, value in attrs}
        if tag == "form":
            self._open = Form(found.get("action", ""), found.get("method", "get").lower())
            self.forms.append(self._open)
        elif tag == "a":
            self.links.append(found.get("href", ""))
        elif self._open is not None:
            self._read_control(tag, found)

    def _read_control(self, tag: str, found: dict[str, str]) -> None:
        name = found.get("name", "")
        form = self._open
        if form is None:
            return
        if tag == "input" and name and not self._is_left_out(found):
            form.fields[name] = found.get("value", "")
        elif tag == "input" and found.get("type") == "checkbox":
            form.checkboxes[name] = found.get("value", "on")
        elif tag == "select":
            self._select = name
        elif tag == "option" and self._select and ("selected" in found or self._select not in form.fields):
            form.fields[self._select] = found.get("value", "")
        elif tag == "textarea":
            self._textarea = name
            form.fields[name] = ""

    @staticmethod
    def _is_left_out(found: dict[str, str]) -> bool:
        kind = found.get("type", "text")
        return kind in ("file", "submit", "button") or (
            kind in ("checkbox", "radio") and "checked" not in found
        )

    def handle_data(self, data: str) -> None:
        if self._textarea and self._open is not None:
            self._open.fields[self._textarea] += data

    def handle_endtag(self, tag: str) -> None:
        if tag == "form":
            self._open = None
        elif tag == "select":
            self._select = ""
        elif tag == "textarea":
            self._textarea = ""


class Visitor:
    """One person's browser, cookies included. Raises when a page answers that something is wrong."""

    def __init__(self, base_url: str) -> None:
        self.http = httpx.Client(
            base_url=base_url, follow_redirects=True, timeout=60, headers={"Accept": "text/html"}
        )
        self.page = ""
        self.path = ""

    def open(self, path: str) -> str:
        """GET a page; remembers it as the one stood on."""
        return self._arrive(self.http.get(path))

    def forms(self) -> list[Form]:
        """The forms on the page stood on."""
        reader = _Reader()
        reader.feed(self.page)
        return reader.forms

    def links(self) -> list[str]:
        """The link targets on the page stood on."""
        reader = _Reader()
        reader.feed(self.page)
        return reader.links

    def submit(self, action_ends: str, files: dict[str, Any] | None = None, **values: str | list[str]) -> str:
        """Fill in and send the form on this page whose address ends with `action_ends`."""
        forms = self.forms()
        form = next((each for each in forms if each.action.split("?")[0].endswith(action_ends)), None)
        if form is None:
            shown = ", ".join(each.action for each in forms)
            raise LookupError(f"no form to {action_ends!r} on {self.path}; there are: {shown}")
        return self.send(form, files, **values)

    def send(self, form: Form, files: dict[str, Any] | None = None, **values: str | list[str]) -> str:
        """Fill in and send a form."""
        data = {**form.fields, **values}
        if form.method == "get":
            return self._arrive(self.http.get(form.action, params=data))
        return self._arrive(self.http.post(form.action or self.path, data=data, files=files))

    def _arrive(self, response: httpx.Response) -> str:
        if response.status_code >= _OK:
            raise RuntimeError(
                f"{response.request.method} {response.request.url} answered {response.status_code}: "
                f"{response.text[:2000]}"
            )
        self.page, self.path = response.text, response.url.path
        return self.page

    def close(self) -> None:
        self.http.close()
