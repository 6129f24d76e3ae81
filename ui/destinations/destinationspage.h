// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/destinations/destinationsvalues.h"
#include "ui/widgets/choicebutton.h"

#include <QWidget>

class QLineEdit;
class QPushButton;
class QSortFilterProxyModel;
class QStackedWidget;

namespace tokentrail::ui {

class Banner;
class DestinationForm;
class DestinationModel;
class NoteList;
class QuietTable;
class EmptyState;
class WrappedLabel;

// Destinations of a Destination service: list and detail with its own property names, which token
// each needs, what will not work, and checks named by what they prove.
class DestinationsPage : public QWidget
{
    Q_OBJECT

public:
    explicit DestinationsPage(QWidget *parent = nullptr);

    void setServices(const QList<Choice> &services, const QString &currentId);
    void setSessions(const QList<Choice> &sessions, const QString &currentId);
    void setRows(const QList<DestinationRow> &rows);
    void setEmptyText(const QString &text); // why there are none
    void showDestination(const DestinationView &view);
    void setAdvice(const QString &needs, const QList<DestinationNote> &notes);
    void setChecks(const QString &heading, const QList<DestinationNote> &checks);
    void select(const QString &name);
    void tell(const QString &sentence, bool bad);
    DestinationForm *form() const { return m_form; }
    QString currentName() const;
    QString sessionToCheckAs() const;
    QString pathToCheck() const;

Q_SIGNALS:
    void serviceChosen(const QString &id);
    void openKeyRequested();
    void filesDropped(const QStringList &files);
    void refreshRequested();
    void chosen(const QString &name);
    void newRequested();
    void importRequested();
    void edited();
    void saveRequested();
    void removeRequested(const QString &name);
    void exportRequested(const QString &name);
    void callRequested(const QString &name);
    void checkRequested(const QString &name, const QString &sessionId, const QString &path);

protected:
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    QWidget *buildTop();
    QWidget *buildList();
    QWidget *buildDetail();
    QWidget *buildChecks();

    ChoiceButton *m_service = nullptr;
    QLineEdit *m_filter = nullptr;
    Banner *m_banner = nullptr;
    QStackedWidget *m_stack = nullptr;
    EmptyState *m_empty = nullptr;
    QuietTable *m_table = nullptr;
    DestinationModel *m_model = nullptr;
    QSortFilterProxyModel *m_shown = nullptr;
    bool m_isNew = false; // one that the service does not hold yet is in sight
    DestinationForm *m_form = nullptr;
    ChoiceButton *m_session = nullptr;
    QLineEdit *m_path = nullptr;
    QPushButton *m_check = nullptr;
    WrappedLabel *m_checkHeading = nullptr;
    NoteList *m_checks = nullptr;
};

} // namespace tokentrail::ui
