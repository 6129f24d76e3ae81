// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/cap/lint/jstokens.h"

#include <QHash>
#include <QSet>

namespace tokentrail::cap::lint {

// A file of code with what its names stand for: modules and members of modules.
class JsSource
{
public:
    JsSource(QString name, const QByteArray &text);

    const QString &name() const { return m_name; }
    qsizetype size() const { return qsizetype(m_tokens.size()); }
    const JsToken &at(qsizetype index) const;
    // The index behind the bracket that the one at the index opens; the end where it is not closed.
    qsizetype closing(qsizetype opening) const;

    // "@sap/xssec" for x of const x = require('@sap/xssec'), import x from, import * as x from.
    QString moduleOf(const QString &variable) const { return m_modules.value(variable); }
    // "@sap/xssec#JWTStrategy" for names taken out of a module.
    QString memberOf(const QString &variable) const { return m_members.value(variable); }
    // When the tokens from the index on are require('m'): m, and end is set behind them.
    QString requiredAt(qsizetype index, qsizetype *end = nullptr) const;
    // Names that hold an express application or router.
    bool isRouter(const QString &variable) const { return m_routers.contains(variable); }

    // First tokens of the arguments of a call whose ( is at the index.
    std::vector<qsizetype> arguments(qsizetype opening) const;

private:
    void readImports();
    void readRequires();
    void readRouters();
    void readPattern(qsizetype opening, const QString &module);

    QString m_name;
    std::vector<JsToken> m_tokens;
    QHash<QString, QString> m_modules;
    QHash<QString, QString> m_members;
    QSet<QString> m_routers = {QStringLiteral("app"), QStringLiteral("router")};
};

} // namespace tokentrail::cap::lint
