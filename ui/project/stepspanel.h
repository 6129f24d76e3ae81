// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/project/projectvalues.h"
#include "ui/widgets/choicebutton.h"

#include <QWidget>

class QModelIndex;
class QPushButton;

namespace tokentrail::ui {

class QuietTable;
class RowsModel;
class WrappedLabel;

// What a step can be done with from here, beside the command that does it elsewhere.
struct StepOffers
{
    QString sandboxMissing; // why nothing can be bound to the sandbox; empty: it runs
    QList<Choice> keys; // kept ones that a project can be bound to
};

// The steps of the guide: what is there, what is missing, and what this program can do about it.
class StepsPanel : public QWidget
{
    Q_OBJECT

public:
    explicit StepsPanel(QWidget *parent = nullptr);

    void setSteps(const QList<TableRow> &steps); // the row that was chosen stays
    void setOffers(const StepOffers &offers);
    void chooseStep(const QString &id);

Q_SIGNALS:
    void copyRequested(const QString &command);
    void sandboxWanted(const QString &place); // "cdsrc-private", "default-env"
    void keyWanted(const QString &key, const QString &place);
    void approuterWanted();
    void approuterBindingWanted(); // of the one that is there
    void descriptorWanted(); // in line with the model

private:
    void buildActions();
    void fillKeys();
    void showStep(const QModelIndex &index);

    RowsModel *m_steps = nullptr;
    QuietTable *m_table = nullptr;
    WrappedLabel *m_detail = nullptr;
    ChoiceButton *m_place = nullptr;
    QPushButton *m_key = nullptr;
    QPushButton *m_sandbox = nullptr;
    QPushButton *m_approuter = nullptr;
    QPushButton *m_bindApprouter = nullptr;
    QPushButton *m_descriptor = nullptr;
    QPushButton *m_copy = nullptr;
    StepOffers m_offers;
};

} // namespace tokentrail::ui
