// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>
#include <QStringList>

#include <vector>

namespace tokentrail::cap {

// What a query option speaks of: names that must exist, read as the parser of CAP reads them
// (@sap/cds libx/odata/parse/grammar.peggy, which is narrower than OData).
struct OptionTerms
{
    // "level gt 'a'": the value is turned into the type of the element.
    struct Comparison
    {
        QStringList path;
        QString literal; // texts without their quotes
    };
    // "kids/any(k:k/owner eq 'zoe')", whose inner names are those of the target.
    struct Lambda
    {
        QStringList path;
        std::vector<OptionTerms> inner; // none or one
    };
    // "$expand=kids($select=owner)"
    struct Expand
    {
        QString name; // "*" for all
        std::vector<OptionTerms> inner;
    };
    std::vector<QStringList> paths;
    std::vector<Comparison> comparisons;
    std::vector<Lambda> lambdas;
    std::vector<Expand> expands;

    void add(const OptionTerms &other);
};

struct OptionSyntax
{
    int status = 0; // 0: it can be read; else what CAP answers
    QString because;
    bool isFunction = false; // only a function is not known
    OptionTerms terms;
};

// name is "$filter", "$orderby", "$select", "$expand", "$apply" or "$compute".
OptionSyntax readQueryOption(const QString &name, const QString &value);

} // namespace tokentrail::cap
