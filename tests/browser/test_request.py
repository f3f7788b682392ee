"""A delegation from China asks for a visit, is answered, and reads the answer: all of it in Chinese."""

import re

import pytest

from tests.browser.moves import follow
from tests.browser.test_accessibility import found_on
from tests.delegations.asking import said

pytestmark = pytest.mark.browser

TOO_MANY = "Au-delà de %(limit_value)s personnes, envoyez une demande par groupe."
ADDRESS = "zhang.min@example.org"
PURPOSE = "了解法国中等城市的垃圾分类与资源回收体系，希望与技术部门座谈并参观一处设施。"
ANSWER = "您好！您的申请已进入研究阶段，我们将在三月底前答复。"
ADDED = "代表团人数改为十四人。"
WRONG = {
    "sender_name": "桂林市人民政府外事办公室",
    "sender_place": "广西壮族自治区桂林市",
    "contact_name": "张敏",
    "contact_email": "zhang.min",
    "size": "900",
    "wished": "等樱花开的时候",
    "purpose": f"{PURPOSE} 护照号码 E12345678",
}
RIGHT = {"contact_email": ADDRESS, "size": "12", "wished": "2028年4月中旬", "purpose": PURPOSE}


def fill(page, values):
    for name, value in values.items():
        page.fill(f"[name={name}]", value)


def send(page):
    follow(page, page.get_by_role("button", name=said("Envoyer la demande")))


def fault_of(page, name):
    return page.locator(f"#id_{name}_error").inner_text()


def ask_for_a_visit(page):
    page.goto("/delegations/demande/?langue=zh")
    fill(page, WRONG)
    page.check("[name=languages][value=zh]")
    page.wait_for_timeout(4_000)  # nobody fills the page in less
    send(page)


def reference_on(page):
    return re.search(r"D-\d{4}-\d+", page.locator(".request-reference").inner_text())[0]


def screen(page, reference):
    """The officer takes the request into study, with a word to whoever asked."""
    page.goto(f"/delegations/?q={reference}")
    follow(page, page.locator("#results a", has_text="桂林").first)
    follow(page, page.get_by_role("link", name="Retenir pour examen"))
    page.fill("[name$=message]", ANSWER)
    follow(page, page.get_by_role("button", name="Retenir pour examen"))


def last_letter(page):
    page.goto(f"/admin/core/letter/?q={ADDRESS}")
    follow(page, page.locator("#result_list tbody th a").first)
    return page.locator("main").inner_text()


def test_a_request_in_chinese_goes_from_the_form_to_the_answer(open_page):
    visitor, officer = open_page("visitor"), open_page("officer")
    ask_for_a_visit(visitor)

    assert visitor.locator("html").get_attribute("lang") == "zh-Hans"
    assert visitor.evaluate("document.activeElement.className") == "alert alert-danger request-faults"
    labels = ["Votre courriel", "Nombre de personnes", "Ou en quelques mots", "Objet de la visite"]
    assert visitor.locator(".request-faults a").all_inner_texts() == [said(label) for label in labels]
    assert fault_of(visitor, "size") == said(TOO_MANY) % {"limit_value": 200}
    assert "E1•••••••" in fault_of(visitor, "purpose")
    assert {name: visitor.input_value(f"[name={name}]") for name in WRONG} == WRONG
    assert visitor.is_checked("[name=languages][value=zh]")

    follow_first_fault(visitor)
    fill(visitor, RIGHT)
    send(visitor)
    visitor.wait_for_url("**/delegations/suivi/**")

    assert visitor.locator("h1").inner_text() == said("Votre demande est arrivée")
    assert PURPOSE in visitor.locator(".request-asked").inner_text()
    assert "2028年4月中旬" in visitor.locator(".request-asked").inner_text()

    screen(officer, reference_on(visitor))
    visitor.reload()

    assert visitor.locator("h1").inner_text() == said("Votre demande est à l’étude")
    assert visitor.locator(".request-message").first.locator("p").last.inner_text() == ANSWER
    letter = last_letter(open_page("administrator"))
    assert [ANSWER in letter, visitor.locator("h1").inner_text() in letter] == [True, True]

    visitor.fill("[name=note-text]", ADDED)
    follow(visitor, visitor.get_by_role("button", name=said("Envoyer le message")))

    assert visitor.locator(".request-message").last.locator("p").last.inner_text() == ADDED
    complaints = list(visitor.complaints)  # axe adds styles of its own, which the security policy refuses
    assert found_on(visitor) + complaints == []


def follow_first_fault(page):
    page.locator(".request-faults a").first.click()
    assert page.evaluate("document.activeElement.name") == "contact_email"


@pytest.mark.parametrize("language", ["fr", "zh"])
def test_the_page_of_a_request_is_accessible_and_fits_its_screen_empty_and_refused(open_page, language):
    page = open_page("visitor")
    page.goto(f"/delegations/demande/?langue={language}")
    complaints = list(page.complaints)
    empty = found_on(page)

    page.reload()
    follow(page, page.locator(".request-form button[type=submit]"))

    assert [*empty, *complaints, *found_on(page)] == []


def test_a_link_that_is_cut_is_explained_on_an_accessible_page(open_page):
    page = open_page("visitor")
    page.goto("/delegations/suivi/WzEsMV0.1xVh1O.cut/")

    headings = [said("Lien incomplet ou remplacé", language) for language in ("fr", "en", "zh-hans")]
    assert page.locator("main h2").all_inner_texts() == headings
    assert found_on(page) == []
