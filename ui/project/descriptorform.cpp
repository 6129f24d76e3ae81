// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/project/descriptorform.h"

#include "core/text/jsonplace.h"
#include "ui/project/descriptorentry.h"
#include "ui/project/descriptoroutcome.h"
#include "ui/project/descriptoroutline.h"
#include "ui/project/descriptoroverview.h"
#include "ui/widgets/housestyle.h"
#include "ui/widgets/wrappedlabel.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPushButton>
#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace tokentrail::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int outlineWidth = 230;

QString addingTo(const QString &list)
{
    if (list == "scopes"_L1)
        return DescriptorForm::tr("Add a scope");
    if (list == "attributes"_L1)
        return DescriptorForm::tr("Add an attribute");
    if (list == "role-templates"_L1)
        return DescriptorForm::tr("Add a role template");
    if (list == "role-collections"_L1)
        return DescriptorForm::tr("Add a role collection");
    return {};
}

} // namespace

DescriptorForm::DescriptorForm(QWidget *parent)
    : QWidget(parent)
{
    m_said = new WrappedLabel;
    m_said->setMuted(true);
    m_said->hide();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addWidget(buildTroubled());
    layout->addWidget(buildSides(), 1);
    layout->addWidget(m_said);
    layout->addStretch(); // below the sentence where there is nothing else
    connect(m_outline, &DescriptorOutline::chosen, this, [this] {
        say({});
        showEntry();
    });
    connect(m_overview,
            &DescriptorOverview::entryWanted,
            m_outline,
            &DescriptorOutline::setCurrentEntry);
    connect(m_entry, &DescriptorEntry::changed, this, &DescriptorForm::apply);
    connect(m_entry, &DescriptorEntry::undoRequested, this, &DescriptorForm::undoRequested);
    connect(m_entry, &DescriptorEntry::redoRequested, this, &DescriptorForm::redoRequested);
}

QWidget *DescriptorForm::buildTroubled()
{
    m_troubled = new QWidget;
    m_troubled->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    m_trouble = new WrappedLabel;
    m_help = new QPushButton;
    auto *layout = new QHBoxLayout(m_troubled);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(12);
    layout->addWidget(m_trouble, 1);
    layout->addWidget(m_help, 0, Qt::AlignTop);
    connect(m_help, &QPushButton::clicked, this, [this] {
        if (m_source.trimmed().isEmpty())
            Q_EMIT edited(u"{\n}\n"_s, false);
        else
            Q_EMIT textWanted(m_troubleLine);
    });
    return m_troubled;
}

QWidget *DescriptorForm::buildSides()
{
    m_outline = new DescriptorOutline;
    m_add = new QPushButton;
    m_remove = new QPushButton(tr("Remove"));
    makeQuiet(m_remove);
    auto *left = new QWidget;
    auto *leftLayout = new QVBoxLayout(left);
    leftLayout->setContentsMargins(0, 0, 0, 0);
    leftLayout->setSpacing(6);
    leftLayout->addWidget(m_outline, 1);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_add);
    buttons->addWidget(m_remove);
    buttons->addStretch();
    leftLayout->addLayout(buttons);
    connect(m_add, &QPushButton::clicked, this, &DescriptorForm::addEntry);
    connect(m_remove, &QPushButton::clicked, this, &DescriptorForm::removeEntry);

    m_entry = new DescriptorEntry;
    m_outcome = new DescriptorOutcome;
    m_right = new QStackedWidget;
    m_right->addWidget(m_entry);
    m_right->addWidget(m_outcome);
    m_overview = new DescriptorOverview;
    m_right->addWidget(m_overview);
    auto *sides = new QSplitter;
    sides->setChildrenCollapsible(false);
    sides->addWidget(left);
    sides->addWidget(m_right);
    sides->setSizes({outlineWidth, 2 * outlineWidth});
    sides->setStretchFactor(1, 1);
    m_sides = sides;
    return sides;
}

void DescriptorForm::setText(const QString &text, bool isEditable)
{
    auto source = text.toUtf8();
    if (source != m_source)
        say({}); // it was about the text before
    m_source = std::move(source);
    m_isEditable = isEditable;
    tellTrouble();
    m_outline->setDescriptor(m_document);
    showEntry();
}

// Why nothing can be changed here, and what helps; the last state that could be read stays in
// sight.
void DescriptorForm::tellTrouble()
{
    const auto parsed = text::parseJson(m_source);
    const bool isEmpty = m_source.trimmed().isEmpty();
    const bool isSound = parsed && parsed->isObject();
    m_troubleLine = 0;
    if (isEmpty) {
        m_trouble->setText(
            tr("There is no xs-security.json yet. Begin an empty one, or have one made from the "
               "roles that the model asks for, with \"Bring in line with the model …\" above."));
        m_help->setText(tr("Begin an empty one"));
    } else if (!isSound) {
        const auto place =
            parsed ? Place{{}, 1, 1} : parsed.error().place.value_or(Place{{}, 1, 1});
        m_troubleLine = place.line;
        m_trouble->setText(
            tr("The form waits until the text can be read. Line %1, column %2: %3")
                .arg(QString::number(place.line),
                     QString::number(place.column),
                     parsed ? tr("An xs-security.json is an object.") : parsed.error().sentence));
        m_help->setText(tr("Show the place"));
    } else if (!m_isEditable) {
        m_trouble->setText(
            tr("A change would alter more of this file than its lines, so that it is "
               "only shown here."));
    }
    m_help->setVisible(isEmpty || !isSound);
    m_troubled->setVisible(isEmpty || !isSound || !m_isEditable);
    m_canChange = isSound && m_isEditable;
    m_entry->setEditable(m_canChange); // the outline still leads through it
    m_add->setEnabled(m_canChange);
    m_remove->setEnabled(m_canChange);
    m_sides->setVisible(!isEmpty);
    if (isSound)
        m_document = *parsed;
    else if (isEmpty)
        m_document = text::Json::object();
}

void DescriptorForm::showEntry()
{
    const auto entry = m_outline->currentEntry();
    const auto adding = addingTo(entry.value(0));
    m_add->setText(adding);
    m_add->setVisible(!adding.isEmpty());
    m_remove->setVisible(entry.size() == 2);
    const bool isOutcome = entry == DescriptorOutline::outcome();
    const bool isList = entry.size() == 1 && !adding.isEmpty()
        && !m_document[entry.constFirst()].elements().empty();
    if (isOutcome) {
        m_outcome->show(m_source);
        m_right->setCurrentWidget(m_outcome);
    } else if (isList) {
        m_overview->show(entry.constFirst(), m_source);
        m_overview->setProblems(m_problems);
        m_right->setCurrentWidget(m_overview);
    } else {
        m_entry->show(entry, m_document);
        m_entry->setProblems(m_problems);
        m_right->setCurrentWidget(m_entry);
    }
}

void DescriptorForm::setProblems(const QList<TableRow> &rows)
{
    m_problems.clear();
    const auto parsed = text::parseJson(m_source);
    for (const auto &row : rows) {
        if (!parsed || row.line < 1)
            continue;
        const auto offset = text::offsetOf(m_source, row.line, row.column);
        m_problems << DescriptorProblem{text::pathAt(*parsed, offset),
                                        row.tone,
                                        row.cells.value(0) + u": "_s + row.cells.value(1)};
    }
    m_outline->setProblems(m_problems);
    m_entry->setProblems(m_problems);
    m_overview->setProblems(m_problems);
}

// What a change took away has its place in the text before alone.
void DescriptorForm::showChange(const QString &before)
{
    const auto was = text::parseJson(before.toUtf8());
    const auto path = was ? text::pathOfDifference(*was, m_document) : QStringList();
    if (!path.isEmpty())
        m_outline->setCurrentEntry(DescriptorOutline::entryOf(path));
}

void DescriptorForm::finishTyping()
{
    m_entry->finishTyping();
}

void DescriptorForm::takeFocus()
{
    if (m_sides->isVisible())
        m_outline->setFocus();
    else
        m_help->setFocus();
}

void DescriptorForm::showPlace(const TableRow &problem)
{
    if (problem.line < 1)
        return;
    const auto offset = text::offsetOf(m_source, problem.line, problem.column);
    m_outline->setCurrentEntry(DescriptorOutline::entryOf(text::pathAt(m_document, offset)));
}

void DescriptorForm::apply(const DescriptorChange &change, bool continues)
{
    auto edit = cap::XsSecurityEdit::open(m_source);
    if (!edit || !m_canChange)
        return;
    const auto sentence = change(*edit);
    if (edit->text() != m_source)
        Q_EMIT edited(QString::fromUtf8(edit->text()), continues);
    else
        showEntry(); // what was refused is not there
    say(sentence ? *sentence : sentence.error().sentence);
}

void DescriptorForm::addEntry()
{
    const auto list = m_outline->currentEntry().value(0);
    QStringList added;
    apply(
        [&added, list](cap::XsSecurityEdit &edit) -> Result<QString> {
            const auto path = edit.addEntry(list);
            if (!path)
                return path.error();
            added = *path;
            return QString();
        },
        false);
    if (added.isEmpty())
        return;
    m_outline->setCurrentEntry(added);
    m_entry->beginNaming();
}

void DescriptorForm::removeEntry()
{
    const auto entry = m_outline->currentEntry();
    if (entry.size() != 2 || !m_canChange)
        return;
    apply(
        [entry](cap::XsSecurityEdit &edit) -> Result<QString> {
            const auto references = int(edit.referencesTo(entry).size());
            const auto done = edit.remove(entry);
            if (!done)
                return done.error();
            return references == 0 ? tr("Removed.")
                                   : tr("Removed. %n reference(s) to it stay, and are told as "
                                        "problems.",
                                        nullptr,
                                        references);
        },
        false);
    m_outline->setFocus();
}

void DescriptorForm::say(const QString &sentence)
{
    m_said->setText(sentence);
    m_said->setVisible(!sentence.isEmpty());
}

// Keys that no field has taken.
void DescriptorForm::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Undo))
        Q_EMIT undoRequested();
    else if (asksForRedo(*event))
        Q_EMIT redoRequested();
    else if (event->key() == Qt::Key_Delete && m_outline->hasFocus())
        removeEntry();
    else if (event->key() == Qt::Key_F2 && m_outline->hasFocus())
        m_entry->beginNaming();
    else
        return QWidget::keyPressEvent(event);
    event->accept();
}

} // namespace tokentrail::ui
