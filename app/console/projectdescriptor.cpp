// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "app/console/projectdescriptor.h"

#include "app/console/projectview.h"
#include "core/cap/xssecurity.h"
#include "core/text/diff.h"
#include "core/text/edit.h"

#include <QDir>

namespace tokentrail::console {

using namespace Qt::StringLiterals;

namespace {

const auto fileName = u"xs-security.json"_s;

} // namespace

ProjectDescriptor::ProjectDescriptor(Offer offer, QObject *parent)
    : QObject(parent)
    , m_offer(std::move(offer))
{ }

void ProjectDescriptor::attach(ui::ProjectPage *page)
{
    m_page = page;
    connect(page, &ui::ProjectPage::descriptorEdited, this, &ProjectDescriptor::judge);
    connect(page, &ui::ProjectPage::descriptorSaveRequested, this, &ProjectDescriptor::save);
    connect(page, &ui::ProjectPage::descriptorWanted, this, &ProjectDescriptor::make);
}

void ProjectDescriptor::setFacts(const std::shared_ptr<ProjectFacts> &facts)
{
    m_facts = facts;
}

void ProjectDescriptor::judge(const QString &text)
{
    m_page->setDescriptorProblems(rowsOf(cap::checkXsSecurity(text.toUtf8(), fileName)));
}

void ProjectDescriptor::make()
{
    if (!m_facts || !m_facts->csn)
        return m_page->tell(tr("Compile the model first: cds compile srv --to json > gen/csn.json"),
                            true);
    const auto generated = cap::xsSecurityOf(*m_facts->csn);
    if (!generated)
        return m_page->tell(generated.error().toString(), true);
    QByteArray after = generated->toIndented() + '\n';
    if (m_facts->hasDescriptor) {
        auto existing = text::parseJson(m_facts->descriptor, fileName);
        if (!existing)
            return m_page->tell(existing.error().toString(), true);
        const auto merged = cap::mergeXsSecurity(*existing, *generated, cap::MergeStyle::Repaired);
        if (merged.document == *existing)
            return m_page->tell(tr("xs-security.json has all that the model asks for."), false);
        auto editor = text::JsonEditor::open(m_facts->descriptor, fileName);
        const auto edited =
            editor ? cap::mergeInto(*editor, merged.document) : Result<void>(editor.error());
        if (!edited)
            return m_page->tell(edited.error().toString(), true);
        after = editor->text();
    }
    offer(tr("Bring xs-security.json in line with the model"), after);
}

void ProjectDescriptor::save(const QString &text)
{
    if (!m_facts)
        return;
    auto after = text.toUtf8();
    if (m_facts->descriptor.contains("\r\n")) // the editor has one kind of line end
        after.replace("\n", "\r\n");
    offer(tr("Save xs-security.json"), after);
}

void ProjectDescriptor::offer(const QString &what, const QByteArray &after)
{
    const cap::LintEdit edit{QDir(m_facts->folder).filePath(fileName), m_facts->descriptor, after};
    m_offer(what, edit, QString::fromUtf8(text::unifiedDiff(edit.before, edit.after, fileName)));
}

} // namespace tokentrail::console
