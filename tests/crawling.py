"""Follow the links of the site as a reader would, and say what is wrong with the pages met."""

from collections import Counter, deque
from dataclasses import dataclass, field
from html.parser import HTMLParser
from urllib.parse import parse_qs, unquote, urldefrag, urljoin, urlsplit

from django.urls import Resolver404, resolve

HOST = "http://testserver"
DATA_SCRIPTS = {"application/json", "application/ld+json"}
ADDRESSES = {"a": "href", "area": "href", "link": "href", "script": "src", "img": "src", "use": "href"}


class PageReader(HTMLParser):
    """What a page holds that can be checked without a browser."""

    def __init__(self, html):
        super().__init__()
        self.ids, self.tags, self.links, self.faults = [], Counter(), [], []
        self.lang = self.title = ""
        self.inside_title = self.asks = self.inside_form = False
        self.feed(html)

    def handle_starttag(self, tag, attributes):
        given = dict(attributes)
        self.tags[tag] += 1
        self.inside_title = tag == "title" and self.tags["title"] == 1  # later ones name drawings
        self.lang = self.lang or (given.get("lang", "") if tag == "html" else "")
        if "id" in given:
            self.ids.append(given["id"])
        self.refuse_inline(tag, given)
        self.refuse_form_in_form(tag)
        self.links += self.addresses(tag, given)

    handle_startendtag = handle_starttag

    def handle_data(self, data):
        if self.inside_title:
            self.title += data.strip()
            self.inside_title = False

    def handle_endtag(self, tag):
        self.inside_form = self.inside_form and tag != "form"

    def refuse_form_in_form(self, tag):
        """A browser closes both at the end of the inner one: the buttons after it do nothing."""
        if tag == "form":
            self.faults += ["<form> in a form"] if self.inside_form else []
            self.inside_form = True

    def refuse_inline(self, tag, given):
        handlers = [name for name in given if name == "style" or name.startswith(("on", "hx-on"))]
        self.faults += [f"<{tag} {name}=…>" for name in handlers]
        # The editor's import map and the form media of the administration carry the nonce of the policy
        if tag in {"script", "style"} and "src" not in given and "nonce" not in given:
            self.faults += [f"<{tag}> in the page"] if given.get("type") not in DATA_SCRIPTS else []

    def addresses(self, tag, given):
        if tag == "form":
            self.asks = given.get("method", "get").lower() == "get"
        found = [given.get(ADDRESSES.get(tag, "")), given.get("hx-get")]
        if self.asks:
            found += [given.get("action"), given.get("formaction")]
        return [address for address in found if address]

    def problems(self, language):
        repeated = [f"id={name} is there {count} times" for name, count in Counter(self.ids).items() if count > 1]
        counted = [f"{count} <h1>" for count in [self.tags["h1"]] if count != 1]
        untitled = [] if self.title else ["no title"]
        foreign = [] if self.lang.lower() == language else [f"lang={self.lang}"]
        return self.faults + repeated + counted + untitled + foreign


@dataclass
class Crawl:
    """A walk from the home page: of each view the first `sample` addresses met, and each that brings a new parameter.

    One of each view is enough in the administration, whose pages have the same frame.
    """

    client: object
    language: str
    sample: int
    faults: list = field(default_factory=list)
    reached: Counter = field(default_factory=Counter)  # view → how often it was met
    parameters: set = field(default_factory=set)  # (view, name)
    anchors: dict = field(default_factory=dict)  # address → the ids of its page
    wanted: list = field(default_factory=list)  # (address, id, page that links to it)
    known: set = field(default_factory=set)
    queue: deque = field(default_factory=deque)

    def run(self, *starts):
        for start in starts:
            self.follow(start, "/")
        while self.queue:
            self.visit(*self.queue.popleft())
        self.faults += [
            f"{page} → {address}#{name}: nothing has this id"
            for address, name, page in self.wanted
            if address in self.anchors and name not in self.anchors[address]
        ]
        return self

    def visit(self, address, linked_from):
        response = self.client.get(address, headers={"accept-language": self.language})
        policy = response.headers.get("Content-Security-Policy", "")
        if "default-src 'self'" not in policy or "unsafe-" in policy:
            self.faults.append(f"{address}: policy {policy!r}")
        if response.status_code >= 400:
            self.faults.append(f"{linked_from} → {address}: {response.status_code}")
        elif 300 <= response.status_code < 400:
            self.follow(response["Location"], address)
        elif response.headers["Content-Type"].startswith("text/html") and not address.startswith("/static/"):
            self.read(address, response.content.decode())
        elif response.streaming:
            b"".join(response)  # to the end, which closes the file

    def read(self, address, html):
        page = PageReader(html)
        self.faults += [f"{address}: {problem}" for problem in page.problems(self.language)]
        self.anchors[address] = set(page.ids)
        for link in page.links:
            self.follow(link, address)

    def follow(self, link, page):
        address, name = urldefrag(urljoin(HOST + page, link))
        if not address.startswith(HOST + "/"):
            return
        address = address.removeprefix(HOST)
        if name:
            self.wanted.append((address, unquote(name), page))
        if address not in self.known and self.is_new(address):
            self.known.add(address)
            self.queue.append((address, page))

    def is_new(self, address):
        parts = urlsplit(address)
        if parts.path.startswith("/static/"):
            return True
        try:
            view = resolve(parts.path).view_name
        except Resolver404:
            return True  # to be followed, and found missing
        if view.startswith("admin:"):
            is_new, parameters = not self.reached[view], set()
        else:
            parameters = {(view, name) for name in parse_qs(parts.query, keep_blank_values=True)}
            is_new = self.reached[view] < self.sample or not parameters <= self.parameters
        self.reached[view] += 1
        self.parameters |= parameters
        return is_new
