// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/text/json.h"

namespace tokentrail::text {

// The parser behind parseYaml(). Every function that returns bool has told the failure when it
// returns false, and stands behind what it read otherwise.
class YamlParser
{
public:
    explicit YamlParser(const QByteArray &source)
        : m_text(source)
        , m_size(source.size())
    { }

    bool parseDocument(Json &json);
    qsizetype failedAt() const { return m_failedAt; }
    const QString &sentence() const { return m_sentence; }

private:
    struct Key
    {
        QString name;
        Span span;
    };

    bool fail(qsizetype at, const QString &sentence);
    char peek(qsizetype ahead = 0) const
    {
        return m_at + ahead < m_size ? m_text[m_at + ahead] : '\0';
    }
    bool atEnd() const { return m_at >= m_size; }
    bool blankAt(qsizetype at) const; // blank, line break or the end
    int column(qsizetype at) const; // from 0
    bool atMarker() const; // --- or ... at the begin of a line

    // Blocks: yaml.cpp
    bool skipDirectives();
    bool skipToContent(); // over blanks, line breaks and comments
    void skipBlanks(); // on this line
    bool atLineEnd() const; // only a comment or nothing follows
    bool refuseUnsupported();
    bool keyHere() const;
    bool parseBlock(Json &json, int parentIndent, int depth);
    bool parseMapping(Json &json, int indent, int depth);
    bool parseSequence(Json &json, int indent, int depth);
    bool parseMember(Json &json, int indent, int depth);
    bool parseMemberValue(Json &json, int indent, int depth);
    bool
    parseInline(Json &json, int parentIndent, int depth); // anything that is no block collection
    bool parseKey(Key &key);
    bool addMember(Json &json, const Key &key, Json value);
    bool endOfLine();

    // Scalars: yamlscalars.cpp
    bool parsePlain(Json &json, int parentIndent, bool inFlow, bool asKey);
    bool parseQuoted(QString &out, int parentIndent);
    bool parseEscape(QString &out);
    bool parseBlockScalar(Json &json, int parentIndent);
    bool foldLineBreak(QString &out, int parentIndent, bool &more);
    qsizetype plainEnd(qsizetype from, bool inFlow) const;

    // Flow collections: yamlflow.cpp
    bool skipFlowBlanks();
    bool parseFlow(Json &json, int depth);
    bool parseFlowMapping(Json &json, int depth);
    bool parseFlowSequence(Json &json, int depth);
    bool parseFlowNode(Json &json, Key *asKey, int depth);
    bool flowColon(bool quoted) const;

    QByteArrayView m_text;
    qsizetype m_size;
    qsizetype m_at = 0;
    qsizetype m_failedAt = -1;
    QString m_sentence;
};

QString yamlKeyName(const Json &key);

} // namespace tokentrail::text
