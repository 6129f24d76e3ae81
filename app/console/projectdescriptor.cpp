// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "app/console/projectdescriptor.h"

#include "app/console/projectview.h"
#include "core/cap/xssecurity.h"
#include "core/text/diff.h"
#include "core/text/edit.h"
#include "core/text/editfile.h"
#include "ui/project/descriptorpanel.h"
#include "ui/widgets/seams.h"

#include <QDir>
#include <QFileInfo>
#include <QSettings>

#include <algorithm>
#include <tuple>

namespace tokentrail::console {

using namespace Qt::StringLiterals;

namespace {

const auto fileName = u"xs-security.json"_s;
const auto formKey = u"project/descriptorAsForm"_s;

} // namespace

ProjectDescriptor::ProjectDescriptor(ui::Seams &seams,
                                     const QString &settingsFile,
                                     Offer offer,
                                     QObject *parent)
    : QObject(parent)
    , m_seams(seams)
    , m_settingsFile(settingsFile)
    , m_offer(std::move(offer))
{ }

void ProjectDescriptor::attach(ui::ProjectPage *page)
{
    m_page = page;
    connect(page, &ui::ProjectPage::descriptorEdited, this, &ProjectDescriptor::judge);
    connect(page, &ui::ProjectPage::descriptorSaveRequested, this, &ProjectDescriptor::save);
    connect(page, &ui::ProjectPage::descriptorWanted, this, &ProjectDescriptor::make);
    auto *panel = page->descriptor();
    connect(panel, &ui::DescriptorPanel::compareWanted, this, &ProjectDescriptor::askForDeployed);
    connect(panel, &ui::DescriptorPanel::compareEnded, this, &ProjectDescriptor::compareNoMore);
    if (m_settingsFile.isEmpty())
        return;
    panel->showForm(QSettings(m_settingsFile, QSettings::IniFormat).value(formKey, true).toBool());
    connect(panel, &ui::DescriptorPanel::formShown, this, [this](bool form) {
        QSettings(m_settingsFile, QSettings::IniFormat).setValue(formKey, form);
    });
}

void ProjectDescriptor::setFacts(const std::shared_ptr<ProjectFacts> &facts)
{
    if (m_facts && m_facts->folder != facts->folder && m_deployed)
        compareNoMore(); // it was that of another application
    m_facts = facts;
}

void ProjectDescriptor::retell()
{
    if (m_deployed)
        judge(m_page->descriptor()->text());
}

bool ProjectDescriptor::isAsOnDisk(const QString &text) const
{
    return m_facts && QString::fromUtf8(m_facts->descriptor).remove(u'\r') == text;
}

// As the findings would be once it is saved.
QList<ui::TableRow> ProjectDescriptor::rowsOfChanged(const QByteArray &text) const
{
    auto problems = cap::checkXsSecurity(text, fileName);
    if (m_facts && m_facts->wanted) {
        for (const auto &problem : cap::checkAgainstModel(text, *m_facts->wanted, fileName))
            problems.push_back(problem);
    }
    std::stable_sort(problems.begin(), problems.end(), [](const auto &one, const auto &other) {
        return std::tuple(one.place.line, one.place.column)
            < std::tuple(other.place.line, other.place.column);
    });
    return rowsOf(problems);
}

void ProjectDescriptor::judge(const QString &text)
{
    auto rows = isAsOnDisk(text) ? descriptorRows(*m_facts) : rowsOfChanged(text.toUtf8());
    if (m_deployed) {
        for (auto row : rowsOf(cap::compareXsSecurity(text.toUtf8(), *m_deployed, fileName))) {
            row.cells[1] = tr("Update of %1: %2").arg(m_deployedName, row.cells[1]);
            rows << row;
        }
    }
    m_page->setDescriptorProblems(rows);
}

void ProjectDescriptor::askForDeployed()
{
    m_seams.askOpenFile(m_page,
                        tr("The descriptor that is deployed, or an earlier one"),
                        tr("JSON files (*.json);;All files (*)"),
                        [this](const QString &file) {
                            if (!file.isEmpty())
                                compareWith(file);
                        });
}

void ProjectDescriptor::compareWith(const QString &file)
{
    const auto read = text::readForEdit(file);
    if (!read)
        return m_page->tell(read.error().toString(), true);
    const auto name = QFileInfo(file).fileName();
    auto deployed = text::parseJson(read->content, name);
    if (deployed && !deployed->isObject())
        return m_page->tell(tr("%1 is no xs-security.json: it must be an object.").arg(name), true);
    if (!deployed)
        return m_page->tell(deployed.error().toString(), true);
    m_deployed = *std::move(deployed);
    m_deployedName = name;
    m_page->descriptor()->setCompared(name);
    const auto text = m_page->descriptor()->text();
    if (cap::compareXsSecurity(text.toUtf8(), *m_deployed, fileName).empty())
        m_page->tell(tr("An update of %1 changes nothing that it must not.").arg(name), false);
    judge(text);
}

void ProjectDescriptor::compareNoMore()
{
    m_deployed.reset();
    m_deployedName.clear();
    if (!m_page)
        return;
    m_page->descriptor()->setCompared({});
    judge(m_page->descriptor()->text());
}

void ProjectDescriptor::make()
{
    if (!m_facts || !m_facts->csn)
        return m_page->tell(tr("Compile the model first: cds compile srv --to json > gen/csn.json"),
                            true);
    const auto generated = cap::xsSecurityOf(*m_facts->csn);
    if (!generated)
        return m_page->tell(generated.error().toString(), true);
    // A text that is being changed gets what is missing, and goes on being changed.
    const bool isChanged = m_page->descriptor()->isChanged();
    const auto before = isChanged ? m_page->descriptor()->text().toUtf8() : m_facts->descriptor;
    QByteArray after = generated->toIndented() + '\n';
    if (m_facts->hasDescriptor || isChanged) {
        auto existing = text::parseJson(before, fileName);
        if (!existing)
            return m_page->tell(existing.error().toString(), true);
        const auto merged = cap::mergeXsSecurity(*existing, *generated, cap::MergeStyle::Repaired);
        if (merged.document == *existing)
            return m_page->tell(tr("xs-security.json has all that the model asks for."), false);
        auto editor = text::JsonEditor::open(before, fileName);
        const auto edited =
            editor ? cap::mergeInto(*editor, merged.document) : Result<void>(editor.error());
        if (!edited)
            return m_page->tell(edited.error().toString(), true);
        after = editor->text();
    }
    if (!isChanged)
        return offer(tr("Bring xs-security.json in line with the model"), after);
    m_page->descriptor()->replaceText(QString::fromUtf8(after));
    m_page->tell(tr("What was missing is in the text that you are changing; it is not saved yet."),
                 false);
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
