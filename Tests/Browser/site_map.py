"""The pages of a site as links lead from one to the next, with their forms: what a test of all pages walks along, so that
a new page is tried without being named anywhere."""

import html.parser
import re
import urllib.parse


class Form:
    """A form of a page."""

    def __init__(self, attributes):
        self.method = attributes.get("method", "get").lower()
        self.action = attributes.get("action", "")
        self.is_upload = attributes.get("enctype") == "multipart/form-data"
        #: Name, kind and value of each field, in order.
        self.fields = []

    @property
    def is_get_of_a_list(self):
        """Whether it only chooses what is shown."""
        return self.method == "get" and not self.action.endswith(("/compare", "/paths"))

    @property
    def text_fields(self):
        return [name for name, kind, _ in self.fields if kind in ("text", "search", "number", "textarea")]

    def filled(self, value=None):
        """What a browser would send; with `value`, that is written in every field for text."""
        sent, chosen = [], set()
        for name, kind, own in self.fields:
            if kind in ("text", "search", "textarea"):
                sent.append((name, own if value is None else value))
            elif kind in ("radio", "checkbox", "submit", "option"):
                # The first of each, as one who is in a hurry would choose.
                if name not in chosen:
                    chosen.add(name)
                    sent.append((name, own))
            elif kind != "file" and name != "token":
                sent.append((name, own))
        return sent


class Page(html.parser.HTMLParser):
    """What of a page leads on."""

    def __init__(self, path, text):
        super().__init__()
        self.path = path
        self.links = []
        self.forms = []
        self._form = None
        self._select = None
        self.feed(text)

    def handle_starttag(self, tag, pairs):
        attributes = {name: value or "" for name, value in pairs}
        if tag == "a" and ("href" in attributes or "xlink:href" in attributes):
            self._link(attributes.get("href") or attributes["xlink:href"])
        elif tag in ("link", "script", "img") and (attributes.get("href") or attributes.get("src")):
            self._link(attributes.get("href") or attributes.get("src"))
        elif tag == "form":
            self._form = Form(attributes)
            self.forms.append(self._form)
        elif self._form is not None:
            self._field(tag, attributes)

    def handle_endtag(self, tag):
        if tag == "form":
            self._form = None
        elif tag == "select":
            self._select = None

    def _field(self, tag, attributes):
        name, value = attributes.get("name", ""), attributes.get("value", "")
        if tag == "select":
            self._select = name
        elif tag == "option" and self._select:
            self._form.fields.append((self._select, "option", value))
        elif tag == "input" and name:
            self._form.fields.append((name, attributes.get("type", "text"), value))
        elif tag in ("textarea", "button") and name:
            self._form.fields.append((name, "submit" if tag == "button" else "textarea", value))

    def _link(self, address):
        absolute = urllib.parse.urljoin(self.path, address)
        parts = urllib.parse.urlsplit(absolute)
        if not parts.scheme and not parts.netloc and parts.path:
            self.links.append(parts.path + ("?" + parts.query if parts.query else ""))


#: Behind these, a part of an address names one of many.
COLLECTIONS = re.compile(
    r"(?<=/)(collaborations|cases|questions|web|theory|concepts|tellings|configurations|sources|references|levers|actions|plans|saved"
    r"|assessments|history|revisions|events|observations|arrangements|loops/through|loops|rivalries|findings/[^/?]+|findings"
    r"|entry-points|middle-range|compared-with|assets|versions|jobs|runs|gates)/(?!new\b|through\b)([^/?]+)")


def kind_of(path):
    """The kind of a page: its address without what names one of many."""
    path, _, query = path.partition("?")
    kind = COLLECTIONS.sub(r"\1/*", COLLECTIONS.sub(r"\1/*", path))
    kind = re.sub(r"findings/[^/]+/\*", "findings/*/*", kind)
    # An answer from more models looks like one from fewer.
    names = sorted({pair.split("=")[0] for pair in query.split("&") if pair} - {"models"})
    return kind + ("?" + "&".join(names) if names else "")


def walk(visitor, starts, most_of_a_kind=2, most=400, leave_out=lambda path: False):
    """Follows links from some pages on, a few of each kind.

    Gives each page as (path, answer, Page); one that is no HTML has no Page.
    """
    found, counts, waiting, known = [], {}, list(starts), set(starts)
    while waiting and len(found) < most:
        path = waiting.pop(0)
        kind = kind_of(path)
        if counts.get(kind, 0) >= most_of_a_kind or leave_out(path):
            continue
        counts[kind] = counts.get(kind, 0) + 1
        answer = visitor.get(path)
        is_page = answer.headers.get("Content-Type", "").startswith("text/html")
        page = Page(path, answer.text) if is_page else None
        found.append((path, answer, page))
        for link in page.links if page and answer.status == 200 else []:
            if link not in known:
                known.add(link)
                waiting.append(link)
    return found
