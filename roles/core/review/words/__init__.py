"""The word lists of the review: one text file a list, beside this module, in one notation.

A file is read once a process; a mistake in it raises WordListError with the file and the line, and
the tests `check` that each entry can be found.
Whoever edits one needs nothing but what follows.

The file
    # A line that begins with a number sign and a space is a comment, for people.
    finding: age.block            What a finding of this list is called. Plain lists have none.
    source: 29 CFR 1625.4(a)      Whose word it is: a law, a study, or “our judgement”. Every list has one.
    why: A posting may not …      The reason a reader of the finding is given.
    level: must fix               Or: should fix, consider (also where nothing is given).
    promises: left out            Leave out sentences that promise equal treatment, which name these words.
    in benefits: left out         Leave out what the employer offers, where the words mean something else.
    in the title: found           Look into the title, too, for words of a level below “must fix”.
    <staff> = [team|crew]         A name for alternatives that several entries below use, as <staff>.
                                  Those of shared/frames.txt are there for every list.

    others: first                 Find the entries only where no other of the list that weighs as much is found.

    == “…” names an age.          The entries that follow have this message; … is where the words found go.
    level: consider               Any of the lines above (but `finding`, `promises`), for these entries only.
    young                         An entry: one a line, in small letters.

    == leave alone                Phrases around the words that make them no finding.
    brigham young

The entry
    young team         These words, one to three spaces between them, never a part of a longer word.
    high~energy        A hyphen, a space or nothing: high-energy, high energy, highenergy.
    [recent|new] hire  One of these: recent hire, new hire.
    disabilit[y|ies]   The same within a word, as an inflection: disability, disabilities.
    candidate(s)       A part that may be left out: candidate, candidates.
    (very|quite) fit   The same with words, of which the space goes too: very fit, quite fit, fit.
    analy*             Any ending: analyse, analysis, analytical.
    class of 20##      A # is a digit.
    our <word> tribe   Any one word, of letters alone.
    <up to 4 words>    Words that are not named, here as many or fewer; <1 to 2 words> has a lower limit, too.
    <up to 4 words,>   The same, with a comma behind any of them.
    <up to 2 listed words>   The same, with hyphens in them, and an “and” before any of them.
    s\\)he              A backslash takes the sign behind it as it is: one of [ ] ( ) { } < > | ~ * # \\.

What is beside it, behind the entry
    hungry {only before for|to|,}      Only with one of these behind it.
    no visa(s) {not before sponsor*}   An exempting neighbour: not with one of these behind it.
    driven {not after -}               The same before it, written out without signs.
    ideal for mums {only at the beginning}   Only where a sentence or a line begins, or a mark is before it.
    mature {only before <end>}         <end> is the end of the line, or the mark at its end.

The replacement, at the end
    man~hours -> person-hours          Words that read well in the same place; they become the fix.

Of several entries that match at a place the longest match counts, then the one with a
replacement, then the first in the file.
"""
