// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/widgets/chip.h"

#include <QAbstractListModel>
#include <QListView>
#include <QStyledItemDelegate>

namespace tokentrail::ui {

// One entry of a list as in a mail program: a mark, a title, a line below it.
struct CardLine
{
    QString id;
    QString title;
    QString detail;
    ChipMark mark = ChipMark::None;
    Tone tone = Tone::Neutral;
    bool quiet = false; // put aside: muted
};

class CardLineModel : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role { IdRole = Qt::UserRole + 1, DetailRole, MarkRole, ToneRole, QuietRole };

    using QAbstractListModel::QAbstractListModel;

    void setLines(const QList<CardLine> &lines);
    int rowOf(const QString &id) const; // -1: none

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;

private:
    QList<CardLine> m_lines;
};

class CardLineDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter,
               const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};

// The list itself. The chosen id survives new lines.
class CardList : public QListView
{
    Q_OBJECT

public:
    explicit CardList(const QString &accessibleName, QWidget *parent = nullptr);

    void setLines(const QList<CardLine> &lines);
    QString currentId() const;
    void setCurrentId(const QString &id); // chosen() follows when it is another one

Q_SIGNALS:
    void chosen(const QString &id);

protected:
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;

private:
    CardLineModel *m_lines = nullptr;
    bool m_refilling = false;
};

} // namespace tokentrail::ui
