// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/tokens/tokenview.h"
#include "ui/widgets/choicebutton.h"

#include <QWidget>

class QLineEdit;
class QMenu;
class QListView;
class QSplitter;
class QStackedWidget;
class QVBoxLayout;

namespace tokentrail::ui {

class ClaimsModel;
class CodeView;
class DifferenceModel;
class ForgeRow;
class Panel;
class Seams;
class StoryView;
class TokenHistoryModel;
class WrappedLabel;

// The decoder as front door: paste or drop, read it in plain words, see what a CAP service would
// check in its order. Emits what was entered; shows what it is given.
class TokensPage : public QWidget
{
    Q_OBJECT

public:
    explicit TokensPage(Seams &seams, QWidget *parent = nullptr);

    void setKeys(const QList<Choice> &keys, const QString &currentId);
    void add(const TokenView &view); // shown at once
    void refresh(const TokenView &view); // the token in sight, checked with another key
    void tell(const QString &sentence); // e.g. that no token was found
    // What can be wrong with a token made on purpose, and whose it may be; empty: nobody signs here.
    void setDefects(const QList<Choice> &defects, const QList<Choice> &users);

Q_SIGNALS:
    void entered(const QByteArray &text);
    void filesDropped(const QStringList &files);
    void defectRequested(const QString &defect, const QString &user);
    void useRequested(const QByteArray &compact); // call with it
    void exchangeRequested(const QByteArray &compact); // for a token of another client
    void keyChosen(const QString &keyId, const QByteArray &compact);

protected:
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    QWidget *buildEntry();
    QWidget *buildHistory();
    QWidget *buildStory();
    QWidget *buildUses();
    QWidget *buildChecks();
    void showRow(int row);
    void showChecks(const TokenView &view);
    void showStrict(const TokenView &view);
    void compareWith(int row);
    void fillCompareMenu();
    QWidget *buildDifference();
    void submit();
    QByteArray currentToken() const;

    Seams &m_seams;
    QLineEdit *m_entry = nullptr;
    ChoiceButton *m_key = nullptr;
    WrappedLabel *m_message = nullptr;
    QStackedWidget *m_stack = nullptr;
    QListView *m_history = nullptr;
    TokenHistoryModel *m_model = nullptr;
    StoryView *m_story = nullptr;
    ClaimsModel *m_claims = nullptr;
    CodeView *m_raw = nullptr;
    QVBoxLayout *m_checks = nullptr;
    QVBoxLayout *m_strict = nullptr;
    Panel *m_storyPanel = nullptr;
    DifferenceModel *m_difference = nullptr;
    WrappedLabel *m_differenceTitle = nullptr;
    QMenu *m_compareMenu = nullptr;
    ForgeRow *m_forge = nullptr;
};

} // namespace tokentrail::ui
