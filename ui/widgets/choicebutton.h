// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QToolButton>

class QActionGroup;

namespace tokentrail::ui {

struct Choice
{
    QString id;
    QString text; // "alice"
    QString detail; // "password · 11:42 left"
    QString group; // a heading above the first of each
};

// One choice in a sentence: "as **alice** password · 11:42 ▾". Opens a menu.
class ChoiceButton : public QToolButton
{
    Q_OBJECT

public:
    explicit ChoiceButton(const QString &prefix,
                          const QString &accessibleName,
                          QWidget *parent = nullptr);

    void setChoices(const QList<Choice> &choices);
    void addCommand(QAction *action); // below the choices
    void setCurrentId(const QString &id); // no signal
    const QString &currentId() const { return m_currentId; }
    void setDetailShown(bool shown); // in the button; the menu always tells it
    void setCodeFont();

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void chosen(const QString &id);

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void rebuildMenu();
    void retell();
    void step(int by);

    QString m_prefix;
    QString m_name;
    QList<Choice> m_choices;
    QList<QAction *> m_commands;
    QString m_currentId;
    Choice m_current;
    bool m_detailShown = true;
};

} // namespace tokentrail::ui
