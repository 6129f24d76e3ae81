// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/project/descriptorentry.h"

#include "ui/project/descriptoroutline.h"
#include "ui/project/descriptortextfields.h"
#include "ui/project/problemlabel.h"
#include "ui/widgets/fonts.h"
#include "ui/widgets/wrappedlabel.h"

#include <QScrollBar>
#include <QVBoxLayout>

#include <algorithm>

namespace tokentrail::ui {

using namespace Qt::StringLiterals;
using text::Json;

namespace {

const Json *valueAt(const Json &document, const QStringList &entry)
{
    if (entry == DescriptorOutline::general())
        return &document;
    const auto *value = document.find(entry.value(0));
    if (value && entry.size() == 2) {
        const auto index = entry[1].toULongLong();
        return index < value->elements().size() ? &value->elements()[index] : nullptr;
    }
    return value;
}

} // namespace

DescriptorEntry::DescriptorEntry(QWidget *parent)
    : QScrollArea(parent)
    , m_heading(new WrappedLabel)
    , m_help(new WrappedLabel)
    , m_problems(new ProblemLabel)
    , m_unknown(new WrappedLabel)
    , m_holder(new QWidget)
{
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::NoFocus); // the fields have it
    setAccessibleName(tr("The chosen entry"));
    m_heading->setFont(semiBold(scaled(font(), 1.15)));
    m_help->setMuted(true);
    m_unknown->setMuted(true);
    auto *content = new QWidget;
    auto *layout = new QVBoxLayout(content);
    layout->setContentsMargins(14, 4, 14, 10);
    layout->setSpacing(6);
    for (WrappedLabel *label : {m_heading, m_help, static_cast<WrappedLabel *>(m_problems)})
        layout->addWidget(label);
    layout->addWidget(m_holder);
    layout->addWidget(m_unknown);
    layout->addStretch();
    new QVBoxLayout(m_holder);
    setWidget(content);
    content->setAutoFillBackground(false); // the panel below is the ground
    viewport()->setAutoFillBackground(false);
}

void DescriptorEntry::show(const QStringList &entry, const Json &document)
{
    if (entry != m_entry) {
        m_entry = entry;
        rebuild();
        verticalScrollBar()->setValue(0);
    }
    tellHeading(document);
    tellUnknown(document);
    for (auto *field : m_fields)
        field->retell(document);
}

void DescriptorEntry::rebuild()
{
    m_fields.clear();
    auto *old = m_holder; // one of its fields may be at work
    m_holder = new QWidget;
    auto *layout = new QVBoxLayout(m_holder);
    layout->setContentsMargins(0, 6, 0, 0);
    layout->setSpacing(16);
    delete widget()->layout()->replaceWidget(old, m_holder);
    old->hide();
    old->deleteLater();

    const auto first = m_entry.value(0);
    if (m_entry == DescriptorOutline::general() || m_entry == DescriptorOutline::foreign()) {
        for (const auto *member : cap::xsSecurityMembersOf(u"")) {
            const QStringList path{member->name.toString()};
            if (DescriptorOutline::entryOf(path) == m_entry)
                addField(*member, path);
        }
    } else if (m_entry.size() == 2 || first == "oauth2-configuration"_L1) {
        for (const auto *member : cap::xsSecurityMembersOf(first))
            addField(*member, m_entry + QStringList{member->name.toString()});
    }
    m_holder->setEnabled(m_isEditable);
    m_holder->show(); // now, not when the layout comes to it: the focus may be asked for
}

void DescriptorEntry::addField(const cap::XsSecurityMember &member, const QStringList &path)
{
    auto *field = makeDescriptorField(member, path);
    if (!field)
        return;
    m_fields << field;
    m_holder->layout()->addWidget(field);
    connect(field,
            &DescriptorField::changed,
            this,
            [this, field](const DescriptorChange &change, bool continues) {
                const bool isSame = m_changing == field->path();
                m_changing = field->path();
                Q_EMIT changed(change, continues && isSame);
            });
    connect(field, &DescriptorField::undoRequested, this, &DescriptorEntry::undoRequested);
    connect(field, &DescriptorField::redoRequested, this, &DescriptorEntry::redoRequested);
}

void DescriptorEntry::tellHeading(const Json &document)
{
    const auto *value = valueAt(document, m_entry);
    auto heading = m_entry == DescriptorOutline::general() ? tr("General")
        : m_entry == DescriptorOutline::foreign()
        ? tr("Authorities and scopes of other applications")
        : m_entry.value(0);
    QString help;
    if (m_entry.size() == 2) {
        heading = value ? (*value)[u"name"].toString() : QString();
    } else if (const auto *member = cap::xsSecurityMember(u"", m_entry.value(0))) {
        help = cap::helpOf(*member);
        if (const auto limits = cap::limitsOf(*member); !limits.isEmpty())
            help += u' ' + tr("Limits: %1.").arg(limits);
        if (member->shape == cap::MemberShape::Objects && (!value || value->size() == 0))
            help += u' ' + tr("There are none yet.");
    }
    m_heading->setText(heading.isEmpty() ? tr("without a name") : heading);
    m_help->setText(help);
    m_help->setVisible(!help.isEmpty());
}

void DescriptorEntry::tellUnknown(const Json &document)
{
    const auto *value = valueAt(document, m_entry);
    const bool isDocument = m_entry == DescriptorOutline::general();
    QStringList names;
    for (const auto &member : value ? value->members() : Json::Members()) {
        const auto owner = isDocument ? QString() : m_entry.value(0);
        if (!cap::xsSecurityMember(owner, member.name))
            names << member.name;
    }
    m_unknown->setText(tr("%n member(s) that this form does not know stay as they are: %1.",
                          nullptr,
                          int(names.size()))
                           .arg(names.join(", "_L1)));
    m_unknown->setVisible(!names.isEmpty());
}

void DescriptorEntry::setProblems(const QList<DescriptorProblem> &problems)
{
    for (auto *field : m_fields)
        field->setProblems(problems);
    // What no field tells: of the entry as a whole, or of a member that has no field.
    m_problems->clearProblems();
    for (const auto &problem : problems) {
        if (DescriptorOutline::entryOf(problem.path) != m_entry)
            continue;
        const bool isTold =
            std::any_of(m_fields.cbegin(), m_fields.cend(), [&problem](const auto *field) {
                const auto &path = field->path();
                return problem.path.size() >= path.size()
                    && problem.path.first(path.size()) == path;
            });
        if (!isTold)
            m_problems->addProblem(problem.tone, problem.sentence);
    }
}

void DescriptorEntry::setEditable(bool isEditable)
{
    m_holder->setEnabled(isEditable);
    m_isEditable = isEditable;
}

void DescriptorEntry::finishTyping()
{
    const auto fields = m_fields; // each may change what is shown
    for (auto *field : fields)
        field->finishTyping();
}

void DescriptorEntry::beginNaming()
{
    for (auto *field : m_fields) {
        if (auto *name = qobject_cast<DescriptorNameField *>(field)) {
            ensureWidgetVisible(name);
            return name->beginNaming();
        }
    }
}

} // namespace tokentrail::ui
