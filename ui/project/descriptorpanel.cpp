// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/project/descriptorpanel.h"

#include "ui/project/descriptoreditor.h"
#include "ui/project/rowsmodel.h"
#include "ui/widgets/housestyle.h"
#include "ui/widgets/quiettable.h"
#include "ui/widgets/wrappedlabel.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QPushButton>
#include <QTextBlock>
#include <QTimer>
#include <QVBoxLayout>

namespace tokentrail::ui {

namespace {

constexpr int settlingMs = 250;

} // namespace

DescriptorPanel::DescriptorPanel(QWidget *parent)
    : QWidget(parent)
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
    m_text->setPlaceholderText(tr("There is no xs-security.json yet. The button above makes one "
                                  "from the roles that the model asks for."));
    m_settling->setSingleShot(true);
    m_settling->setInterval(settlingMs);
    makeQuiet(m_save);
    makeQuiet(m_discard);

    auto *below = new QHBoxLayout;
    below->setSpacing(8);
    below->addWidget(m_detail, 1);
    below->addWidget(m_discard, 0, Qt::AlignTop);
    below->addWidget(m_save, 0, Qt::AlignTop);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(12, 10, 12, 10);
    layout->setSpacing(8);
    layout->addWidget(m_text, 3);
    layout->addWidget(m_problems, 2);
    layout->addLayout(below);

    connect(m_text, &QPlainTextEdit::textChanged, this, [this] {
        updateButtons();
        m_settling->start();
    });
    connect(m_text, &DescriptorEditor::hinted, m_detail, &QLabel::setText);
    connect(m_settling, &QTimer::timeout, this, [this] { Q_EMIT edited(m_text->toPlainText()); });
    connect(m_save, &QPushButton::clicked, this, [this] {
        Q_EMIT saveRequested(m_text->toPlainText());
    });
    connect(m_discard, &QPushButton::clicked, this, [this] { showText(m_saved); });
    connect(m_problems, &QuietTable::currentRowChanged, this, &DescriptorPanel::showProblem);
    updateButtons();
}

void DescriptorPanel::showText(const QString &text)
{
    m_text->setCode(text, CodeView::Language::Json);
    updateButtons();
}

void DescriptorPanel::setDescriptor(const QString &text, bool isEditable)
{
    const bool keeps = isChanged() && isEditable;
    m_saved = text;
    m_text->setReadOnly(!isEditable);
    if (!keeps) {
        showText(text);
        m_settling->stop(); // the problems of this text come with it
    } else {
        m_settling->start(); // those of the text that stays do not
    }
    updateButtons();
}

bool DescriptorPanel::isChanged() const
{
    // The editor has one kind of line end.
    return !m_text->isReadOnly()
        && m_text->toPlainText() != QString(m_saved).remove(QLatin1Char('\r'));
}

void DescriptorPanel::setProblems(const QList<TableRow> &rows)
{
    m_rows->setRows(rows);
    m_problems->resizeColumnToContents(0);
    m_problems->setVisible(!rows.isEmpty());
    m_detail->clear();
}

void DescriptorPanel::showProblem(const QModelIndex &index)
{
    if (!index.isValid())
        return;
    const auto row = m_rows->at(index.row());
    m_detail->setText(row.detail);
    const auto block = m_text->document()->findBlockByNumber(row.line - 1);
    if (row.line < 1 || !block.isValid())
        return;
    m_text->setTextCursor(QTextCursor(block));
    m_text->centerCursor();
}

void DescriptorPanel::updateButtons()
{
    m_save->setVisible(isChanged());
    m_discard->setVisible(isChanged());
}

} // namespace tokentrail::ui
