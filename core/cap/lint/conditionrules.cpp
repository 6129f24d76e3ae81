// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/cap/lint/model.h"
#include "core/cap/say.h"

#include <QSet>

namespace tokentrail::cap::lint {

using namespace Qt::StringLiterals;
using text::Json;

namespace {

bool compares(const Token &token)
{
    static const QStringList signs = {
        u"="_s, u"<"_s, u">"_s, u"<="_s, u">="_s, u"!="_s, u"<>"_s, u"=="_s};
    return token.isWord() && signs.contains(token.word);
}

bool isNumber(const Token &token)
{
    return token.kind == Token::Kind::Value && token.value.kind == Value::Kind::Number;
}

QString attributeOf(const Token &token)
{
    return token.ref.size() > 1 ? token.ref[1].id : QString();
}

// Whether the user's id is meant, or an attribute.
bool isAttribute(const Token &token)
{
    return token.isUserRef() && !attributeOf(token).isEmpty() && attributeOf(token) != "id"_L1;
}

class ConditionCheck
{
public:
    ConditionCheck(ModelReport &report, const Definition &definition, const Json &privilege)
        : m_report(report)
        , m_definition(definition)
        , m_privilege(privilege)
        , m_where(privilege[u"where"])
        , m_condition(readCondition(m_where, privilege[u"_where"]))
    { }

    void run()
    {
        if (m_condition.fault != Condition::Fault::None) {
            tell(u"condition-unreadable"_s,
                 say(u"lint.condition-unreadable", {{u"name", nameOf(m_definition)}}),
                 say(u"advice.condition-unreadable"));
            return;
        }
        walk(m_condition.tokens);
        checkCreate();
    }

private:
    void tell(const QString &id,
              const QString &sentence,
              const QString &advice,
              std::optional<ProblemSeverity> severity = {})
    {
        m_report.add(id, m_definition, &m_where, sentence, advice, severity);
    }

    void walk(const Tokens &tokens)
    {
        for (size_t i = 0; i < tokens.size(); ++i) {
            checkReference(tokens[i]);
            if (i > 0 && i + 1 < tokens.size() && compares(tokens[i]))
                checkComparison(tokens[i - 1], tokens[i + 1]);
            walk(tokens[i].items);
            for (const auto &step : tokens[i].ref)
                walk(step.where);
        }
    }

    void checkComparison(const Token &left, const Token &right)
    {
        const auto &attribute = isAttribute(left) ? left : right;
        const auto &other = isAttribute(left) ? right : left;
        if (!isAttribute(attribute) || !isNumber(other))
            return;
        tell(u"open-to-anonymous.number-comparison"_s,
             say(u"lint.number-comparison",
                 {{u"attribute", attributeOf(attribute)}, {u"name", nameOf(m_definition)}}),
             say(u"advice.number-comparison", {{u"attribute", attributeOf(attribute)}}));
    }

    void checkReference(const Token &token)
    {
        if (!token.isUserRef()
            && !(token.kind == Token::Kind::Ref && !token.ref.empty()
                 && token.ref.front().id == "$user"_L1))
            return;
        const auto name = attributeOf(token);
        if (m_told.contains(name))
            return;
        m_told.insert(name);
        if (name == "tenant"_L1 || name == "locale"_L1)
            tell(u"open-to-anonymous.tenant-is-an-attribute"_s,
                 say(u"lint.tenant-is-an-attribute",
                     {{u"name", name}, {u"definition", nameOf(m_definition)}}),
                 name == "tenant"_L1 ? say(u"advice.tenant") : say(u"advice.locale"));
        if (token.ref.size() > 2)
            tell(u"attribute-structured"_s,
                 say(u"lint.attribute-structured",
                     {{u"attribute", name},
                      {u"member", token.ref[2].id},
                      {u"name", nameOf(m_definition)}}),
                 say(u"advice.attribute-structured"));
    }

    // CREATE looks at the user alone; what speaks of the row is passed over.
    void checkCreate()
    {
        if (m_definition.kind != Definition::Kind::Entity || m_condition.decidedByUser
            || m_definition.rules.isReadonly)
            return;
        const auto grants = m_privilege[u"grant"].toStringList();
        const bool named = grants.contains("CREATE"_L1);
        const bool included =
            named || grants.isEmpty() || grants.contains("*"_L1) || grants.contains("WRITE"_L1);
        if (!included)
            return;
        const auto roles = m_privilege[u"to"].toStringList();
        const bool open =
            (roles.isEmpty() || roles.contains("any"_L1)) && admitsAnonymous(m_definition);
        tell(u"open-to-anonymous.create-not-checked"_s,
             say(u"lint.create-not-checked",
                 {{u"name", nameOf(m_definition)},
                  {u"whom",
                   open ? say(u"word.anonymous-too")
                       : roles.isEmpty()
                       ? say(u"word.who-gets-in")
                       : say(u"word.whoever-is", {{u"roles", roles.join(say(u"word.or"))}})}}),
             say(u"advice.create-not-checked"),
             open        ? ProblemSeverity::Error
                 : named ? ProblemSeverity::Warning
                         : ProblemSeverity::Hint);
    }

    ModelReport &m_report;
    const Definition &m_definition;
    const Json &m_privilege;
    const Json &m_where;
    Condition m_condition;
    QSet<QString> m_told;
};

void checkConditionsOf(ModelReport &report, const Definition &definition)
{
    const auto *restrict_ = definition.annotation(u"@restrict");
    for (const auto &privilege : restrict_ ? restrict_->elements() : Json::Elements()) {
        const auto &where = privilege[u"where"];
        const bool isWritten = (where.isString() && !where.toString().isEmpty()) || where.isObject()
            || where.isArray();
        if (isWritten)
            ConditionCheck(report, definition, privilege).run();
    }
}

} // namespace

void checkConditions(Report &report)
{
    if (!report.project().csn())
        return;
    ModelReport model(report);
    for (const auto &definition : model.csn().definitions()) {
        if (!isServed(*definition) || definition->kind == Definition::Kind::Service)
            continue;
        checkConditionsOf(model, *definition);
        for (const auto &operation : definition->operations)
            checkConditionsOf(model, *operation);
    }
}

} // namespace tokentrail::cap::lint
