// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/roles/rolesvalues.h"
#include "ui/widgets/choicebutton.h"

#include <QScrollArea>

class QCheckBox;
class QFormLayout;
class QLineEdit;

namespace tokentrail::ui {

class WrappedLabel;

// A role from a template: its name, and for every attribute where its values come from.
class RoleForm : public QScrollArea
{
    Q_OBJECT

public:
    explicit RoleForm(QWidget *parent = nullptr);

    void setDirectory(const SharedDirectory &directory);
    void setCollection(const QString &name); // that the role may go into; empty: none
    void begin(); // an empty form with the focus in it
    void refuse(const QString &sentence);

Q_SIGNALS:
    void wanted(const tokentrail::xsuaa::Role &role, const QString &collection);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void retellCollection();
    struct AttributeRow
    {
        QString name;
        ChoiceButton *origin = nullptr;
        QLineEdit *values = nullptr;
    };

    void showTemplate();
    void addAttribute(const xsuaa::Application &app, const QString &name);
    void submit();
    xsuaa::Role role() const;

    SharedDirectory m_directory;
    QString m_collection;
    ChoiceButton *m_template = nullptr;
    QLineEdit *m_name = nullptr;
    QLineEdit *m_description = nullptr;
    QFormLayout *m_attributes = nullptr;
    QCheckBox *m_into = nullptr;
    WrappedLabel *m_scopes = nullptr;
    WrappedLabel *m_refusal = nullptr;
    QList<AttributeRow> m_rows;
};

} // namespace tokentrail::ui
