import pytest

from roles.core.exports.brand import INK, WHITE, Brand, contrast


def test_contrast_is_that_of_wcag():
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)
    assert contrast("#2f4b9b", "#2f4b9b") == 1


@pytest.mark.parametrize(("colour", "readable"), [("#2f4b9b", "#2f4b9b"), ("#ffd800", INK), ("#ffffff", INK)])
def test_words_are_never_in_a_colour_too_pale_to_read(colour, readable):
    assert Brand(colour=colour).readable == readable


@pytest.mark.parametrize(("colour", "words"), [("#2f4b9b", WHITE), ("#ffd800", INK), ("#000000", WHITE)])
def test_words_on_the_colour_have_contrast(colour, words):
    assert Brand(colour=colour).on_colour == words


@pytest.mark.parametrize("colour", ["", "red", "#12345", "#1234567", "#12345g", "#123456\n"])
def test_what_is_no_colour_makes_no_brand(colour):
    with pytest.raises(ValueError, match="is no colour"):
        Brand(colour=colour)
