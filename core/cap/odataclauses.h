// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/cap/odatareader.h"

namespace tokentrail::cap {

// Paths and conditions, as $filter has them and other options within.
class OdataClauses
{
public:
    explicit OdataClauses(const QString &text)
        : m_reader(text)
    { }

    OdataReader &reader() { return m_reader; }
    bool path(OptionTerms &terms);
    bool where(OptionTerms &terms) { return clause(terms, false); }
    bool lambda(OptionTerms &terms);

private:
    bool clause(OptionTerms &terms, bool inLambda);
    bool predicate(OptionTerms &terms, bool inLambda);
    bool nested(OptionTerms &terms, bool inLambda);
    bool comparison(OptionTerms &terms);
    bool boolish(OptionTerms &terms);
    bool inList(OptionTerms &terms);
    bool quantified(OptionTerms::Lambda &found);
    void negation();
    bool conjunction();

    // Reads something whole or nothing.
    template<typename Read>
    bool attempt(OptionTerms &terms, Read read)
    {
        const auto place = m_reader.place();
        OptionTerms own;
        const bool fits = !m_reader.isStopped() && read(own);
        if (fits)
            terms.add(own);
        else
            m_reader.goBack(place);
        return fits;
    }

    OdataReader m_reader;
    int m_depth = 0;
};

} // namespace tokentrail::cap
