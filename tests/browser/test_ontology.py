"""The ontology: an index, and terms that open at their anchors."""

from playwright.sync_api import Browser


def test_the_index_of_the_ontology_leads_to_a_term_whose_letter_opens(browser: Browser, address: str) -> None:
    page = browser.new_page(viewport={"width": 1280, "height": 900}, java_script_enabled=False)
    page.goto(f"{address}/fi/ontology")
    assert page.locator("html").evaluate("page => page.scrollHeight") < 9000
    assert not page.locator("#Committee").is_visible()
    page.locator(".index").get_by_role("link", name="Lautakunta", exact=True).click()
    assert page.locator("#Committee").is_visible()
    page.close()


def test_the_identifier_of_a_term_opens_its_description(browser: Browser, address: str) -> None:
    page = browser.new_page(viewport={"width": 390, "height": 800})
    page.goto(f"{address}/def#decidesOn")
    box = page.locator("#decidesOn").bounding_box()
    assert box is not None
    assert 0 <= box["y"] < 800
    page.close()
