"""Reads the workshop's form as a browser without a script would send it."""

import re
from html.parser import HTMLParser

from django.urls import reverse

# All of a page that a form sends. Django escapes what would end a tag within it.
SENT = re.compile(r"<textarea\b.*?</textarea>|<select\b.*?</select>|<(?:button|input)\b[^>]*>", re.DOTALL)


class Form(HTMLParser):
    """The fields of a page: hidden ones, texts, what is ticked; and its submit buttons."""

    def __init__(self, html):
        super().__init__(convert_charrefs=True)
        self.fields, self.buttons, self._area, self._select = {}, [], None, None
        self.feed("".join(SENT.findall(html)))  # the rest is most of a page, and slow to parse

    def handle_starttag(self, tag, attrs):
        values = dict(attrs)
        name = values.get("name")
        if tag == "textarea" and name:
            self._area = name
            self.fields[name] = ""
        elif tag == "select" and name:
            self._select = name
        elif tag == "option" and "selected" in values and self._select:
            self.fields[self._select] = values.get("value", "")
        elif tag == "button" and name == "do":
            self.buttons.append(values["value"])
        elif tag == "input" and name and name != "csrfmiddlewaretoken":
            if values.get("type") in ("checkbox", "radio") and "checked" not in values:
                return
            ticked = "on" if values.get("type") == "checkbox" else ""
            self.fields.setdefault(name, [] if name in ("unlocked", "keep", "take") else values.get("value", ticked))
            if isinstance(self.fields[name], list):
                self.fields[name].append(values["value"])

    def handle_endtag(self, tag):
        if tag == "textarea":
            self._area = None
        elif tag == "select":
            self._select = None

    def handle_data(self, data):
        if self._area:
            self.fields[self._area] += data

    def with_(self, do, **changed):
        """What is sent when `do` is pressed."""
        return {**self.fields, **changed, "do": do}


def url(posting, name="posting_workshop"):
    return reverse(name, args=[posting.pk])


def form(client, posting, query=""):
    html = client.get(url(posting) + query).content.decode()
    return Form(re.sub(r"(<textarea[^>]*>)\n", r"\1", html))


def keys(posting, section="responsibilities"):
    document = type(posting).objects.get(pk=posting.pk).document
    return [item.key for part in document.sections if part.key == section for item in part.items]


def texts(posting):
    return {item.key: item.text for item in type(posting).objects.get(pk=posting.pk).document.items()}
