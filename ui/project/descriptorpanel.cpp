// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/project/descriptorpanel.h"

#include "ui/project/descriptoreditor.h"
#include "ui/project/descriptorform.h"
#include "ui/project/rowsmodel.h"
#include "ui/widgets/housestyle.h"
#include "ui/widgets/quiettable.h"
#include "ui/widgets/tabstrip.h"
#include "ui/widgets/wrappedlabel.h"

#include <QApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QPushButton>
#include <QShortcut>
#include <QSplitter>
#include <QStackedWidget>
#include <QTextBlock>
#include <QTimer>
#include <QVBoxLayout>

namespace tokentrail::ui {

namespace {

constexpr int settlingMs = 250;

// As the editor has it, which knows one kind of line end.
QString inLines(QString text)
{
    return text.remove(QLatin1Char('\r'));
}

} // namespace

DescriptorPanel::DescriptorPanel(QWidget *parent)
    : QWidget(parent)
    , m_views(new TabStrip)
    , m_stack(new QStackedWidget)
    , m_form(new DescriptorForm)
    , m_text(new DescriptorEditor(tr("Text of xs-security.json")))
    , m_problems(new QuietTable(tr("Problems of xs-security.json")))
    , m_detail(new WrappedLabel)
    , m_save(new QPushButton(tr("Save …")))
    , m_discard(new QPushButton(tr("Discard the changes")))
    , m_settling(new QTimer(this))
{
    m_rows = new RowsModel({tr("How bad"), tr("What is wrong"), tr("Where")}, this);
    m_problems->setModel(m_rows);
    m_problems->horizontalHeader()->setSectionResizeMode(1, QHeaderView::Stretch);
    m_text->setPlaceholderText(tr("There is no xs-security.json yet. \"Bring in line with the "
                                  "model …\" above makes one from the roles that the model asks "
                                  "for."));
    m_settling->setSingleShot(true);
    m_settling->setInterval(settlingMs);
    makeQuiet(m_save);
    makeQuiet(m_discard);
    m_stack->addWidget(m_form);
    m_stack->addWidget(m_text);

    auto *below = new QHBoxLayout;
    below->setSpacing(8);
    below->addWidget(m_detail, 1);
    below->addWidget(m_discard, 0, Qt::AlignTop);
    below->addWidget(m_save, 0, Qt::AlignTop);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(12, 0, 12, 10);
    layout->setSpacing(6);
    layout->addLayout(buildTop());
    auto *halves = new QSplitter(Qt::Vertical);
    halves->addWidget(m_stack);
    halves->addWidget(m_problems);
    halves->setSizes({3000, 1000}); // three to one
    halves->setStretchFactor(0, 3);
    halves->setStretchFactor(1, 1);
    halves->setCollapsible(0, false);
    layout->addWidget(halves, 1);
    layout->addLayout(below);

    connect(m_views, &QTabBar::currentChanged, this, [this](int index) {
        showForm(index == 0);
        Q_EMIT formShown(index == 0);
    });
    connect(m_form, &DescriptorForm::edited, m_text, &DescriptorEditor::become);
    connect(m_form, &DescriptorForm::undoRequested, this, [this] { stepThroughHistory(true); });
    connect(m_form, &DescriptorForm::redoRequested, this, [this] { stepThroughHistory(false); });
    connect(m_form, &DescriptorForm::textWanted, this, [this](int line) {
        m_views->setCurrentIndex(1);
        showLine(line);
        m_text->setFocus();
    });
    connect(m_text, &QPlainTextEdit::textChanged, this, [this] {
        updateButtons();
        m_settling->start();
        if (isFormShown())
            m_form->setText(m_text->toPlainText(), !m_text->isReadOnly());
    });
    connect(m_text, &DescriptorEditor::hinted, m_detail, &QLabel::setText);
    connect(m_settling, &QTimer::timeout, this, [this] { Q_EMIT edited(m_text->toPlainText()); });
    connect(m_save, &QPushButton::clicked, this, [this] {
        Q_EMIT saveRequested(m_text->toPlainText());
    });
    auto *save = new QShortcut(QKeySequence::Save, this);
    save->setContext(Qt::WidgetWithChildrenShortcut);
    connect(save, &QShortcut::activated, this, &DescriptorPanel::saveByKey);
    m_save->setToolTip(tr("Ctrl+S"));
    connect(m_discard, &QPushButton::clicked, this, [this] { replaceText(m_saved); });
    connect(m_problems, &QuietTable::currentRowChanged, this, &DescriptorPanel::showProblem);
    updateButtons();
}

QLayout *DescriptorPanel::buildTop()
{
    m_views->setAccessibleName(tr("How xs-security.json is shown"));
    m_views->addTab(tr("Form"));
    m_views->addTab(tr("Text"));
    m_compared = new QLabel;
    m_compare = new QPushButton(tr("Compare with …"));
    m_compare->setToolTip(tr("Tells what an update of the descriptor that is deployed must not "
                             "change, or loses"));
    m_compareNoMore = new QPushButton(tr("Compare no more"));
    makeQuiet(m_compare);
    makeQuiet(m_compareNoMore);
    auto *top = new QHBoxLayout;
    top->setSpacing(8);
    top->addWidget(m_views);
    top->addStretch();
    top->addWidget(m_compared);
    top->addWidget(m_compareNoMore);
    top->addWidget(m_compare);
    connect(m_compare, &QPushButton::clicked, this, &DescriptorPanel::compareWanted);
    connect(m_compareNoMore, &QPushButton::clicked, this, &DescriptorPanel::compareEnded);
    setCompared({});
    return top;
}

void DescriptorPanel::setCompared(const QString &name)
{
    m_compared->setText(tr("compared with %1").arg(name));
    m_compared->setVisible(!name.isEmpty());
    m_compareNoMore->setVisible(!name.isEmpty());
}

void DescriptorPanel::replaceText(const QString &text)
{
    m_text->become(inLines(text), false);
}

QString DescriptorPanel::text() const
{
    return m_text->toPlainText();
}

void DescriptorPanel::showText(const QString &text)
{
    m_text->setCode(inLines(text), CodeView::Language::Json);
    updateButtons();
}

void DescriptorPanel::setDescriptor(const QString &folder, const QString &text, bool isEditable)
{
    const bool isOther = folder != m_folder;
    const bool hadChanges = isChanged();
    const bool keeps = !isOther && hadChanges && isEditable;
    if (hadChanges && !keeps)
        m_drafts[m_folder] = this->text();
    m_folder = folder;
    m_saved = text;
    m_text->setReadOnly(!isEditable);
    const auto draft = isEditable && !keeps ? m_drafts.take(folder) : QString();
    if (!keeps)
        showText(text);
    if (!draft.isEmpty())
        m_text->become(draft, false);
    if (isFormShown())
        m_form->setText(this->text(), isEditable);
    updateButtons();
    if (isChanged())
        m_settling->start(); // the problems of the file are not those of the text
    else
        m_settling->stop(); // they come with it
}

bool DescriptorPanel::isChanged() const
{
    return !m_text->isReadOnly() && m_text->toPlainText() != inLines(m_saved);
}

void DescriptorPanel::setProblems(const QList<TableRow> &rows)
{
    m_rows->setRows(rows);
    m_form->setProblems(rows);
    m_problems->resizeColumnToContents(0);
    m_problems->resizeColumnToContents(2);
    const auto each = rows.isEmpty() ? 0 : m_problems->rowHeight(0);
    m_problems->setMaximumHeight(m_problems->horizontalHeader()->sizeHint().height()
                                 + int(rows.size()) * each + 2 * m_problems->frameWidth() + 4);
    m_problems->setVisible(!rows.isEmpty());
    m_detail->clear();
}

void DescriptorPanel::showProblem(const QModelIndex &index)
{
    if (!index.isValid())
        return;
    const auto row = m_rows->at(index.row());
    m_detail->setText(row.detail);
    showLine(row.line);
    if (isFormShown())
        m_form->showPlace(row);
}

void DescriptorPanel::showLine(int line)
{
    const auto block = m_text->document()->findBlockByNumber(line - 1);
    if (line < 1 || !block.isValid())
        return;
    m_text->setTextCursor(QTextCursor(block));
    m_text->centerCursor();
}

bool DescriptorPanel::isFormShown() const
{
    return m_stack->currentIndex() == 0;
}

void DescriptorPanel::showForm(bool form)
{
    m_stack->setCurrentIndex(form ? 0 : 1);
    m_views->setCurrentIndex(form ? 0 : 1);
    m_detail->setText(form || m_text->isReadOnly() ? QString() : m_text->accessibleDescription());
    if (!form)
        return;
    m_form->setText(m_text->toPlainText(), !m_text->isReadOnly());
    m_form->setProblems(m_rows->rows());
}

// The focus stays where it is, so that a name which is being typed has to be taken first.
void DescriptorPanel::saveByKey()
{
    m_form->finishTyping();
    if (isChanged())
        m_save->click();
}

// The entry that a step changed comes into sight, as the text would scroll to it.
void DescriptorPanel::stepThroughHistory(bool back)
{
    if (back ? !m_text->document()->isUndoAvailable() : !m_text->document()->isRedoAvailable())
        return;
    const auto before = text();
    const auto *focused = QApplication::focusWidget();
    const bool isInForm = focused && m_form->isAncestorOf(focused);
    if (back)
        m_text->undo();
    else
        m_text->redo();
    m_form->showChange(before);
    // The field is gone with its entry, and the next step is asked for with the same keys.
    if (isInForm && QApplication::focusWidget() != focused)
        m_form->takeFocus();
}

void DescriptorPanel::updateButtons()
{
    m_save->setVisible(isChanged());
    m_discard->setVisible(isChanged());
}

} // namespace tokentrail::ui
