// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/project/descriptorpickfields.h"

#include "ui/project/descriptortextfields.h"
#include "ui/widgets/codeview.h"
#include "ui/widgets/wrappedlabel.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QListView>
#include <QMouseEvent>
#include <QPushButton>
#include <QStandardItemModel>
#include <QStyledItemDelegate>
#include <QVBoxLayout>

#include <algorithm>

namespace tokentrail::ui {

using namespace Qt::StringLiterals;
using text::Json;

namespace {

constexpr int mostRows = 7;

Result<QString> silently(const Result<void> &done)
{
    return done ? Result<QString>(QString()) : Result<QString>(done.error());
}

QStringList namesIn(const Json *list)
{
    QStringList names;
    for (const auto &each : list ? list->elements() : Json::Elements())
        names << cap::nameOfReference(each);
    return names;
}

// A click ticks an entry wherever it falls, and makes it the current one.
class TickDelegate : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

protected:
    bool editorEvent(QEvent *event,
                     QAbstractItemModel *model,
                     const QStyleOptionViewItem &option,
                     const QModelIndex &index) override
    {
        switch (event->type()) {
        case QEvent::MouseButtonPress: // the list keeps the place of a click that is not taken
        case QEvent::MouseButtonDblClick:
            return false;
        case QEvent::MouseButtonRelease: {
            if (static_cast<QMouseEvent *>(event)->button() != Qt::LeftButton)
                return false;
            const bool isTicked = index.data(Qt::CheckStateRole) == Qt::Checked;
            return model->setData(
                index, isTicked ? Qt::Unchecked : Qt::Checked, Qt::CheckStateRole);
        }
        default:
            return QStyledItemDelegate::editorEvent(event, model, option, index);
        }
    }
};

} // namespace

DescriptorPickField::DescriptorPickField(const cap::XsSecurityMember &member,
                                         const QStringList &path)
    : DescriptorField(member, path)
    , m_words(new QStandardItemModel(this))
    , m_list(new QListView)
    , m_none(new WrappedLabel(tr("There is nothing to pick from yet.")))
{
    m_list->setModel(m_words);
    m_list->setItemDelegate(new TickDelegate(m_list));
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setUniformItemSizes(true);
    m_list->setTextElideMode(Qt::ElideMiddle);
    m_list->setSelectionMode(QAbstractItemView::NoSelection); // the boxes say what is chosen
    addControl(m_list);
    controls()->addWidget(m_none);
    connect(m_words, &QStandardItemModel::itemChanged, this, [this](QStandardItem *item) {
        if (m_filling)
            return;
        ask([path = this->path(), word = item->text(), is = item->checkState() == Qt::Checked](
                cap::XsSecurityEdit &edit) { return silently(edit.setListed(path, word, is)); });
    });
    if (!member.takesOthers || member.shape == cap::MemberShape::References)
        return;
    m_other = new QLineEdit;
    m_other->setTextMargins(6, 0, 6, 0);
    m_other->setPlaceholderText(tr("another one, such as $XSAPPNAME(application,other).Name"));
    m_other->setAccessibleName(tr("Another one for %1").arg(member.name));
    adopt(m_other);
    auto *add = new QPushButton(tr("Add"));
    add->setAccessibleName(tr("Add it to %1").arg(member.name));
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(m_other, 1);
    row->addWidget(add);
    controls()->addLayout(row);
    connect(m_other, &QLineEdit::returnPressed, this, &DescriptorPickField::addOther);
    connect(add, &QPushButton::clicked, this, &DescriptorPickField::addOther);
}

void DescriptorPickField::addOther()
{
    const auto word = m_other->text().trimmed();
    m_other->clear();
    if (!word.isEmpty())
        ask([path = path(), word](cap::XsSecurityEdit &edit) {
            return silently(edit.setListed(path, word, true));
        });
}

bool DescriptorPickField::canShow(const Json &value) const
{
    auto names = namesIn(&value); // what is there twice, one box cannot tell
    names.sort();
    return std::adjacent_find(names.begin(), names.end()) == names.end();
}

QList<DescriptorPickField::Word> DescriptorPickField::wordsFor(const Json &document) const
{
    QList<Word> words;
    const auto add = [&words](const QString &word, const QString &help) {
        const bool isThere = std::any_of(
            words.cbegin(), words.cend(), [&word](const auto &each) { return each.word == word; });
        if (!word.isEmpty() && !isThere)
            words << Word{word, help};
    };
    const auto addNames = [&](QStringView list, const QString &prefix) {
        for (const auto &entry : document[list].elements()) {
            if (entry[u"name"].isString())
                add(prefix + entry[u"name"].toString(), entry[u"description"].toString());
        }
    };
    switch (member().refersTo) {
    case cap::NamesOf::Scopes:
        addNames(u"scopes", {});
        break;
    case cap::NamesOf::Attributes:
        addNames(u"attributes", {});
        break;
    case cap::NamesOf::RoleTemplates:
        addNames(u"role-templates", u"$XSAPPNAME."_s);
        break;
    case cap::NamesOf::Nothing:
    case cap::NamesOf::Applications:
        break;
    }
    for (const auto value : member().values)
        add(value.toString(), {});
    for (const auto &word : m_seen)
        add(word, {});
    return words;
}

void DescriptorPickField::fill(const Json *value, const Json &document)
{
    const auto listed = namesIn(value);
    for (const auto &word : listed) {
        if (!m_seen.contains(word))
            m_seen << word;
    }
    const auto words = wordsFor(document);
    m_filling = true;
    const auto current = m_list->currentIndex().row();
    while (m_words->rowCount() > words.size())
        m_words->removeRow(m_words->rowCount() - 1);
    while (m_words->rowCount() < words.size()) {
        auto *item = new QStandardItem;
        item->setCheckable(true);
        item->setSizeHint({0, rowHeight()});
        item->setEditable(false);
        m_words->appendRow(item);
    }
    for (int row = 0; row < words.size(); ++row) {
        auto *item = m_words->item(row);
        item->setText(words[row].word);
        item->setToolTip(words[row].help);
        item->setAccessibleDescription(words[row].help);
        item->setCheckState(listed.contains(words[row].word) ? Qt::Checked : Qt::Unchecked);
    }
    m_list->setCurrentIndex(
        m_words->index(std::clamp(current, 0, std::max(0, int(words.size()) - 1)), 0));
    m_filling = false;
    fitList();
}

int DescriptorPickField::rowHeight() const
{
    return fontMetrics().height() + 7;
}

void DescriptorPickField::fitList()
{
    const auto rows = m_words->rowCount();
    m_list->setVisible(rows > 0);
    m_none->setVisible(rows == 0);
    m_list->setFixedHeight(std::min(rows, mostRows) * rowHeight() + 2 * m_list->frameWidth() + 4);
}

DescriptorReferencesField::DescriptorReferencesField(const cap::XsSecurityMember &member,
                                                     const QStringList &path)
    : DescriptorPickField(member, path)
{ }

bool DescriptorReferencesField::canShow(const Json &value) const
{
    const auto &all = value.elements();
    return DescriptorPickField::canShow(value)
        && std::all_of(all.begin(), all.end(), [](const Json &each) {
               const auto *values = each.find(u"default-values");
               if (!values)
                   return true;
               const auto texts = values->toStringList();
               return values->isArray() && texts.size() == values->size()
                   && std::none_of(texts.begin(), texts.end(), [](const QString &text) {
                          return text.isEmpty() || text.contains(u'\n');
                      });
           });
}

void DescriptorReferencesField::fill(const Json *value, const Json &document)
{
    DescriptorPickField::fill(value, document);
    const auto names = namesIn(value);
    if (names != m_names)
        rebuild(names);
    for (int i = 0; i < names.size(); ++i) {
        m_shown[i] = value->elements()[size_t(i)][u"default-values"].toStringList();
        if (filledLines(*m_editors[i]) != m_shown[i])
            m_editors[i]->setPlainText(m_shown[i].join(u'\n'));
    }
}

void DescriptorReferencesField::rebuild(const QStringList &names)
{
    if (m_defaults) { // one of its editors may be at work
        m_defaults->hide();
        m_defaults->deleteLater();
    }
    m_defaults = new QWidget;
    m_names = names;
    m_editors.clear();
    m_shown = QList<QStringList>(names.size());
    auto *layout = new QVBoxLayout(m_defaults);
    layout->setContentsMargins(0, 4, 0, 0);
    layout->setSpacing(3);
    for (int i = 0; i < names.size(); ++i) {
        const auto title = tr("Default values of %1").arg(names[i]);
        auto *editor = makeLinesEditor(title);
        adopt(editor);
        layout->addWidget(new WrappedLabel(title));
        layout->addWidget(editor);
        m_editors << editor;
        connect(editor, &QPlainTextEdit::textChanged, this, [this, editor, i] {
            fitLines(*editor);
            const auto texts = filledLines(*editor);
            if (texts == m_shown[i])
                return;
            m_shown[i] = texts;
            changeValues(m_names[i], texts);
        });
    }
    controls()->addWidget(m_defaults);
    m_defaults->show();
}

void DescriptorReferencesField::changeValues(const QString &attribute, const QStringList &values)
{
    typed([path = path(), attribute, values](cap::XsSecurityEdit &edit) {
        return silently(edit.setDefaultValues(path, attribute, values));
    });
}

} // namespace tokentrail::ui
