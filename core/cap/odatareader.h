// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/cap/odatasyntax.h"

namespace tokentrail::cap {

// The words of query options: blanks, names, literals, functions. What does not fit leaves the
// place where it was, so that the next alternative can be tried there.
class OdataReader
{
public:
    explicit OdataReader(const QString &text)
        : m_text(text)
    { }

    bool atEnd();
    qsizetype place() const { return m_at; }
    void goBack(qsizetype place) { m_at = place; }
    // An answer that CAP gives in the middle of reading, whatever could have been read otherwise.
    void stop(int status, const QString &because);
    bool isStopped() const { return m_status != 0; }
    int status() const { return m_status; }
    const QString &because() const { return m_because; }
    bool lacksFunction() const { return m_lacksFunction; }

    void skipBlanks();
    bool blank(); // at least one
    bool word(QStringView word, Qt::CaseSensitivity sensitivity = Qt::CaseSensitive);
    bool open(); // "(" with blanks around
    bool close(); // ")" with blanks before
    bool comma();
    bool integer();
    bool identifier(QString &name);
    bool reference(QStringList &path);
    bool literal(QString &text);
    // A value, a path, a function of such or a list in brackets.
    bool operand(OptionTerms &terms, QStringList &path, QString &literal);
    bool function(OptionTerms &terms);
    bool upTo(QStringView ends); // at least one character that is none of these

private:
    QChar peek(qsizetype ahead = 0) const
    {
        return m_at + ahead < m_text.size() ? m_text[m_at + ahead] : QChar();
    }
    bool digits(int count);
    bool date();
    bool time();
    bool guid();
    bool number();
    bool quoted(QString &text);
    bool bracketed(QChar from, QChar to);
    bool navigationCount(OptionTerms &terms);

    const QString m_text;
    qsizetype m_at = 0;
    int m_status = 0;
    QString m_because;
    bool m_lacksFunction = false;
};

} // namespace tokentrail::cap
