// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/destinations/destinationsvalues.h"

#include <QWidget>

class QPushButton;
class QScrollArea;
class QVBoxLayout;

namespace tokentrail::ui {

class NoteList;
class PropertyModel;
class QuietTable;
class WrappedLabel;

// One destination to read and edit: which token it needs, what will not work, its properties.
class DestinationForm : public QWidget
{
    Q_OBJECT

public:
    explicit DestinationForm(QWidget *parent = nullptr);

    void show(const DestinationView &view);
    void setAdvice(const QString &needs, const QList<DestinationNote> &notes);
    void beginWithName(); // to type it at once
    const QString &before() const { return m_before; } // name of the one that is edited
    QList<PropertyRow> properties() const;

Q_SIGNALS:
    void edited();
    void saveRequested();
    void removeRequested();
    void exportRequested();
    void callRequested(); // through it, on the Call page

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    QWidget *buildAdvice();
    QWidget *buildButtons();
    void edit(int row, int column);
    void fitAdvice();

    QScrollArea *m_advice = nullptr;
    WrappedLabel *m_needs = nullptr;
    NoteList *m_notes = nullptr;
    QuietTable *m_table = nullptr;
    PropertyModel *m_model = nullptr;
    QPushButton *m_save = nullptr;
    QPushButton *m_call = nullptr;
    QPushButton *m_export = nullptr;
    QPushButton *m_remove = nullptr;
    QString m_before;
};

} // namespace tokentrail::ui
