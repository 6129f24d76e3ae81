// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>
#include <QPointer>

class QAbstractButton;
class QWidget;

namespace tokentrail::ui {

// What the keyboard does in every window: Return presses the button that has the focus, as Space
// does; and where that button is switched off or hidden by what it did, the focus goes to the list
// or the text beside it, never to another button, which the next key would press.
class KeyboardHabits : public QObject
{
    Q_OBJECT

public:
    static void keep(); // in this program, from now on; asking twice is no harm

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    explicit KeyboardHabits(QObject *parent);
    void followFocus(QWidget *before, QWidget *now);
    void moveOn();
    bool isBack() const;

    QPointer<QAbstractButton> m_lost; // had the focus when it was switched off
    QPointer<QWidget> m_fell; // where Qt has put the focus
    QPointer<QWidget> m_given; // where we have put it
};

} // namespace tokentrail::ui
