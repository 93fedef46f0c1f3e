package dev.latchkey.letter.phrase;

/**
 * A sentence, or an item of a list, that the desk says within a letter. Its words stand in {@code
 * words.properties} of every language: {@code phrase.NAME = words with {component} in them}, for a
 * record {@code Name}.
 */
public sealed interface Phrase
    permits AccountPhrase,
        ClaimPhrase,
        EvidencePhrase,
        DomainPhrase,
        CasePhrase,
        ChangePhrase,
        MessagePhrase,
        TicketPhrase,
        GiverPhrase,
        DigestPhrase,
        MarkPhrase,
        CommandPhrase,
        ProofPhrase,
        UndoPhrase,
        AlarmPhrase {}
