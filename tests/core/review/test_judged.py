from .judged import agreement, postings


def test_the_review_agrees_with_sixty_short_postings_judged_by_hand():
    assert len(postings()) >= 60
    agreed = agreement()
    assert agreed.precision >= 0.92, agreed.wrong
    assert agreed.recall >= 0.90, agreed.missed
    assert agreed.must_fix_missed == ()
