// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/project/descriptoroutline.h"

#include "ui/project/problemlabel.h"

#include <QStandardItemModel>

namespace tokentrail::ui {

using namespace Qt::StringLiterals;
using text::Json;

namespace {

constexpr int entryRole = Qt::UserRole + 1;
constexpr int rowRoom = 8; // px
constexpr int mostExpanded = 12; // a longer list would push the others out of sight
constexpr int titleRole = Qt::UserRole + 2; // without its mark

bool isList(const QString &member)
{
    const auto *known = cap::xsSecurityMember(u"", member);
    return known && known->shape == cap::MemberShape::Objects;
}

// Instead of the mark, which is read as its shape.
QString inWords(const QString &title, Tone tone)
{
    return tone == Tone::Error ? DescriptorOutline::tr("%1, with an error").arg(title)
        : tone == Tone::Client ? DescriptorOutline::tr("%1, with a warning").arg(title)
                               : title;
}

} // namespace

QStringList DescriptorOutline::general()
{
    return {u"general"_s};
}

QStringList DescriptorOutline::foreign()
{
    return {u"foreign"_s};
}

QStringList DescriptorOutline::outcome()
{
    return {u"outcome"_s};
}

DescriptorOutline::DescriptorOutline(QWidget *parent)
    : QTreeView(parent)
    , m_entries(new QStandardItemModel(this))
{
    setAccessibleName(tr("Entries of xs-security.json"));
    setModel(m_entries);
    setHeaderHidden(true);
    setEditTriggers(NoEditTriggers);
    setUniformRowHeights(true);
    setTextElideMode(Qt::ElideRight);
    setIndentation(14);
    setFrameShape(QFrame::NoFrame);
    setAutoFillBackground(false);
    viewport()->setAutoFillBackground(false);
    softenSelection(this);
    addTop(tr("General"), general());
    addTop(tr("Scopes"), {u"scopes"_s});
    addTop(tr("Attributes"), {u"attributes"_s});
    addTop(tr("Role templates"), {u"role-templates"_s});
    addTop(tr("Role collections"), {u"role-collections"_s});
    addTop(tr("Authorities, foreign scopes"), foreign());
    addTop(tr("OAuth2 configuration"), {u"oauth2-configuration"_s});
    addTop(tr("What XSUAA makes of it"), outcome());
    setCurrentIndex(m_entries->index(0, 0));
}

QStandardItem *DescriptorOutline::addTop(const QString &title, const QStringList &entry)
{
    auto *item = new QStandardItem(title);
    item->setSizeHint({0, fontMetrics().height() + rowRoom});
    item->setData(entry, entryRole);
    item->setData(title, titleRole);
    m_entries->appendRow(item);
    return item;
}

void DescriptorOutline::setDescriptor(const Json &document)
{
    m_filling = true;
    for (int row = 0; row < m_entries->rowCount(); ++row) {
        auto *group = m_entries->item(row);
        const auto name = group->data(entryRole).toStringList().constFirst();
        if (isList(name))
            fillList(group, name, document[name]);
    }
    mark();
    m_filling = false;
    if (currentEntry() != m_told)
        currentChanged(currentIndex(), {});
}

void DescriptorOutline::fillList(QStandardItem *group, const QString &list, const Json &entries)
{
    const auto size = int(entries.elements().size());
    const bool wasEmpty = group->rowCount() == 0;
    while (group->rowCount() > size)
        group->removeRow(group->rowCount() - 1);
    while (group->rowCount() < size) {
        auto *item = new QStandardItem;
        item->setSizeHint({0, fontMetrics().height() + rowRoom});
        item->setData(QStringList{list, QString::number(group->rowCount())}, entryRole);
        group->appendRow(item);
    }
    for (int row = 0; row < size; ++row) {
        auto name = entries.elements()[size_t(row)][u"name"].toString();
        if (list == "scopes"_L1 && name.startsWith("$XSAPPNAME."_L1))
            name = name.mid(11);
        group->child(row)->setData(name.isEmpty() ? tr("without a name") : name, titleRole);
    }
    const auto counted = group->data(titleRole).toString().section(u" · "_s, 0, 0);
    group->setData(size == 0 ? counted : QString(counted + u" · "_s + QString::number(size)),
                   titleRole);
    if (wasEmpty && size > 0 && size <= mostExpanded)
        setExpanded(group->index(), true);
}

void DescriptorOutline::setProblems(const QList<DescriptorProblem> &problems)
{
    m_problems = problems;
    mark();
}

// "✗ Viewer": of the worst that is told of it, or of something in it.
void DescriptorOutline::mark()
{
    QHash<QString, Tone> worst;
    for (const auto &problem : m_problems) {
        const auto entry = entryOf(problem.path);
        for (auto depth = entry.size(); depth > 0; --depth) {
            const auto key = entry.first(depth).join(u'/');
            if (!worst.contains(key) || ProblemLabel::isWorse(problem.tone, worst[key]))
                worst[key] = problem.tone;
        }
    }
    const auto markOne = [&worst](QStandardItem *item) {
        const auto found = worst.constFind(item->data(entryRole).toStringList().join(u'/'));
        const auto tone = found == worst.constEnd() ? Tone::Neutral : *found;
        const auto sign = tone == Tone::Error ? u"✗ "_s
            : tone == Tone::Client            ? u"! "_s
                                              : QString();
        const QString text = sign + item->data(titleRole).toString();
        if (item->text() != text)
            item->setText(text);
        item->setAccessibleText(inWords(item->data(titleRole).toString(), tone));
        item->setToolTip(item->data(titleRole).toString());
    };
    for (int row = 0; row < m_entries->rowCount(); ++row) {
        auto *top = m_entries->item(row);
        markOne(top);
        for (int child = 0; child < top->rowCount(); ++child)
            markOne(top->child(child));
    }
}

QStringList DescriptorOutline::entryOf(const QStringList &path)
{
    const auto first = path.value(0);
    if (isList(first))
        return path.first(std::min(path.size(), qsizetype(2)));
    if (first == "authorities"_L1 || first == "foreign-scope-references"_L1)
        return foreign();
    return first == "oauth2-configuration"_L1 ? QStringList{first} : general();
}

QStringList DescriptorOutline::currentEntry() const
{
    return currentIndex().data(entryRole).toStringList();
}

QStandardItem *DescriptorOutline::itemOf(const QStringList &entry) const
{
    for (int row = 0; row < m_entries->rowCount(); ++row) {
        auto *top = m_entries->item(row);
        if (top->data(entryRole).toStringList().constFirst() != entry.value(0))
            continue;
        auto *child = entry.size() > 1 ? top->child(entry[1].toInt()) : nullptr;
        return child ? child : top;
    }
    return m_entries->item(0);
}

void DescriptorOutline::setCurrentEntry(const QStringList &entry)
{
    const auto index = itemOf(entry)->index();
    setCurrentIndex(index);
    scrollTo(index);
}

void DescriptorOutline::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QTreeView::currentChanged(current, previous);
    if (m_filling)
        return;
    m_told = currentEntry();
    Q_EMIT chosen(m_told);
}

} // namespace tokentrail::ui
