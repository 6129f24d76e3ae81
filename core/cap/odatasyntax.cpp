// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/cap/odataclauses.h"
#include "core/cap/say.h"

namespace tokentrail::cap {

using namespace Qt::StringLiterals;

namespace {

class OptionParser
{
public:
    explicit OptionParser(const QString &text)
        : m_clauses(text)
        , m_reader(m_clauses.reader())
    { }

    OptionSyntax run(const QString &name)
    {
        OptionSyntax syntax;
        const bool fits = option(name, syntax.terms) && m_reader.atEnd();
        if (m_reader.isStopped()) {
            syntax.status = m_reader.status();
            syntax.because = m_reader.because();
            syntax.isFunction = m_reader.lacksFunction();
        } else if (!fits) {
            syntax.status = 400;
            syntax.because = say(u"because.option-unreadable", {{u"option", name}});
        }
        return syntax;
    }

private:
    template<typename Item>
    bool list(Item item)
    {
        if (!item())
            return false;
        for (auto place = m_reader.place(); m_reader.comma(); place = m_reader.place()) {
            if (!item()) {
                m_reader.goBack(place);
                break;
            }
        }
        return true;
    }

    bool option(const QString &name, OptionTerms &terms)
    {
        m_reader.skipBlanks();
        if (name == "$filter"_L1)
            return m_clauses.where(terms);
        if (name == "$orderby"_L1)
            return list([&] { return order(terms); });
        if (name == "$select"_L1)
            return list([&] { return m_reader.word(u"*") || m_clauses.path(terms); });
        if (name == "$expand"_L1)
            return m_reader.atEnd() || list([&] { return expand(terms); });
        if (name == "$compute"_L1)
            return list([&] { return sum() && alias(); });
        return transformations(terms);
    }

    bool order(OptionTerms &terms)
    {
        OptionTerms ignored;
        if (m_clauses.lambda(ignored)) {
            m_reader.stop(501, say(u"because.order-lambda"));
            return false;
        }
        if (!m_reader.function(terms) && !m_clauses.path(terms))
            return false;
        const auto place = m_reader.place();
        if (!m_reader.blank() || !(m_reader.word(u"asc") || m_reader.word(u"desc")))
            m_reader.goBack(place);
        return true;
    }

    bool expand(OptionTerms &terms)
    {
        OptionTerms::Expand found;
        QStringList names;
        if (m_reader.word(u"*"))
            names = {u"*"_s};
        else if (!m_reader.reference(names))
            return false;
        if (names.size() > 1) {
            m_reader.stop(400, say(u"because.expand-path"));
            return false;
        }
        found.name = names.front();
        found.inner.emplace_back();
        const auto place = m_reader.place();
        if (m_reader.open()) {
            while (innerOption(found.inner.front())) {
                m_reader.skipBlanks();
                m_reader.word(u";");
            }
            if (!m_reader.close())
                m_reader.goBack(place);
        }
        terms.expands.push_back(std::move(found));
        return true;
    }

    bool innerOption(OptionTerms &terms)
    {
        for (const auto *name : {"$filter", "$orderby", "$select", "$expand", "$compute"}) {
            const QString text = QString::fromLatin1(name);
            const QString start = text + u'=';
            if (m_reader.word(start))
                return option(text, terms);
        }
        if (m_reader.word(u"$top=") || m_reader.word(u"$skip="))
            return m_reader.skipBlanks(), m_reader.integer();
        if (m_reader.word(u"$count="))
            return m_reader.skipBlanks(), m_reader.word(u"true") || m_reader.word(u"false");
        if (m_reader.word(u"$search="))
            return m_reader.upTo(u";)"), true;
        if (!m_reader.word(u"$apply="))
            return false;
        m_reader.stop(501, say(u"because.expand-apply"));
        return false;
    }

    bool alias()
    {
        QString name;
        return m_reader.blank() && m_reader.word(u"as") && m_reader.blank()
            && m_reader.identifier(name);
    }

    bool sum()
    {
        const auto factor = [&] {
            const auto place = m_reader.place();
            QString name;
            if (m_reader.open() && sum() && m_reader.close())
                return true;
            m_reader.goBack(place);
            m_reader.word(u"-");
            if (m_reader.identifier(name))
                return true;
            m_reader.goBack(place);
            return m_reader.literal(name);
        };
        if (!factor())
            return false;
        for (auto place = m_reader.place();; place = m_reader.place()) {
            m_reader.skipBlanks();
            const bool isOperator = m_reader.word(u"add") || m_reader.word(u"sub")
                || m_reader.word(u"mul") || m_reader.word(u"divby") || m_reader.word(u"div");
            m_reader.skipBlanks();
            if (!isOperator || !factor()) {
                m_reader.goBack(place);
                return true;
            }
        }
    }

    // Names are told of a single transformation only: those that follow see what it made.
    bool transformations(OptionTerms &terms)
    {
        OptionTerms own;
        if (!transformation(own))
            return false;
        OptionTerms ignored;
        bool isSingle = true;
        for (auto place = m_reader.place(); m_reader.word(u"/"); place = m_reader.place()) {
            isSingle = false;
            if (!transformation(ignored)) {
                m_reader.goBack(place);
                break;
            }
        }
        if (isSingle)
            terms.add(own);
        return true;
    }

    bool transformation(OptionTerms &terms)
    {
        OptionTerms ignored;
        if (m_reader.word(u"aggregate"))
            return m_reader.open() && list([&] { return aggregate(terms); }) && m_reader.close();
        if (m_reader.word(u"groupby"))
            return m_reader.open() && m_reader.open() && list([&] { return m_clauses.path(terms); })
                && m_reader.close() && (!m_reader.comma() || transformations(ignored))
                && m_reader.close();
        if (m_reader.word(u"filter"))
            return m_reader.open() && m_clauses.where(terms) && m_reader.close();
        if (m_reader.word(u"search"))
            return m_reader.open() && m_reader.upTo(u")") && m_reader.close();
        if (m_reader.word(u"concat"))
            return m_reader.open() && list([&] { return transformations(ignored); })
                && m_reader.close();
        if (m_reader.word(u"topcount", Qt::CaseInsensitive)
            || m_reader.word(u"bottomcount", Qt::CaseInsensitive)) {
            QStringList side;
            QString value;
            return m_reader.open() && m_reader.operand(ignored, side, value) && m_reader.comma()
                && m_reader.operand(ignored, side, value) && m_reader.close();
        }
        if (m_reader.word(u"top") || m_reader.word(u"skip"))
            return m_reader.open() && m_reader.integer() && m_reader.close();
        if (m_reader.word(u"orderby"))
            return m_reader.open() && list([&] { return order(terms); }) && m_reader.close();
        if (m_reader.word(u"com.sap.vocabularies.Hierarchy.v1.TopLevels")
            || m_reader.word(u"ancestors") || m_reader.word(u"descendants"))
            return m_reader.upTo(QStringView()); // hierarchies are left alone
        return m_reader.word(u"identity");
    }

    bool aggregate(OptionTerms &terms)
    {
        if (m_reader.word(u"$count"))
            return alias();
        if (!m_clauses.path(terms))
            return false;
        const auto place = m_reader.place();
        if (m_reader.blank() && m_reader.word(u"with") && m_reader.blank())
            m_reader.upTo(u" ,)");
        else
            m_reader.goBack(place);
        const auto name = m_reader.place();
        if (!alias())
            m_reader.goBack(name);
        return true;
    }

    OdataClauses m_clauses;
    OdataReader &m_reader;
};

} // namespace

OptionSyntax readQueryOption(const QString &name, const QString &value)
{
    constexpr int deepest = 200; // whatever is read within parentheses goes one level down
    int depth = 0;
    for (const auto c : value) {
        depth += c == u'(' ? 1 : (c == u')' ? -1 : 0);
        if (depth > deepest)
            return {400, say(u"because.filter-deep"), false, {}};
    }
    return OptionParser(value).run(name);
}

} // namespace tokentrail::cap
