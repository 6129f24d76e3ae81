// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/users/userform.h"

#include "ui/widgets/codeview.h"
#include "ui/widgets/fonts.h"
#include "ui/widgets/housestyle.h"
#include "ui/widgets/notecard.h"
#include "ui/widgets/wrappedlabel.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace tokentrail::ui {

using namespace Qt::StringLiterals;

namespace {

QStringList listOf(const QString &text)
{
    QStringList list;
    for (const auto &part : text.split(u',', Qt::SkipEmptyParts)) {
        if (!part.trimmed().isEmpty())
            list << part.trimmed();
    }
    return list;
}

QHBoxLayout *labelled(QLabel *label, QWidget *field)
{
    label->setBuddy(field);
    label->setFixedWidth(label->fontMetrics().horizontalAdvance(UserForm::tr("Any password")) + 16);
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(label, 0, Qt::AlignTop);
    label->setContentsMargins(0, 7, 0, 0);
    row->addWidget(field, 1);
    return row;
}

} // namespace

UserForm::UserForm(QWidget *parent)
    : QScrollArea(parent)
{
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setAccessibleName(tr("The mock user"));
    auto *content = new QWidget;
    m_fields = new QVBoxLayout(content);
    m_fields->setContentsMargins(14, 10, 14, 10);
    m_fields->setSpacing(7);
    m_heading = new WrappedLabel;
    m_heading->setFont(scaled(font(), 1.15));
    m_fields->addWidget(m_heading);
    m_warnings = new QVBoxLayout;
    m_warnings->setSpacing(6);
    m_fields->addLayout(m_warnings);

    m_login = addLine(tr("&Logs in as"), tr("a name, as typed at the login"));
    m_id = addLine(tr("User &id"), tr("as the name"));
    m_password = addLine(tr("&Password"), {});
    m_password->setEchoMode(QLineEdit::Password);
    m_anyPassword = new QCheckBox(tr("An&y password will do"));
    m_fields->addLayout(labelled(new QLabel, m_anyPassword));
    m_roles = addLine(tr("&Roles"), tr("admin, cds.ExtensionDeveloper"));
    m_attributes = new CodeView(tr("Attributes, one a line"));
    m_attributes->setReadOnly(false);
    m_attributes->setTextInteractionFlags(Qt::TextEditorInteraction);
    m_attributes->setPlaceholderText(u"country = DE, FR"_s);
    m_attributes->document()->setDocumentMargin(6);
    m_attributes->makeFramed();
    m_attributes->setFixedHeight(m_attributes->fontMetrics().lineSpacing() * 4 + 14);
    m_fields->addLayout(labelled(new QLabel(tr("A&ttributes")), m_attributes));
    m_tenant = addLine(tr("Te&nant"), tr("none; counts with multitenancy alone"));
    m_features = addLine(tr("&Features"), tr("none of its own; * for all"));
    addButtons(m_fields);
    m_fields->addStretch();
    setWidget(content);
    content->setAutoFillBackground(false); // the panel below is the ground
    viewport()->setAutoFillBackground(false);

    for (auto *line : {m_login, m_id, m_password, m_roles, m_tenant, m_features})
        connect(line, &QLineEdit::textEdited, this, &UserForm::touch);
    connect(m_attributes, &QPlainTextEdit::textChanged, this, [this] {
        if (m_attributes->toPlainText() != m_attributesShown) // colouring it counts as a change
            touch();
    });
    connect(m_anyPassword, &QCheckBox::toggled, this, [this](bool any) {
        m_password->setEnabled(!any);
        touch();
    });
}

QLineEdit *UserForm::addLine(const QString &label, const QString &placeholder)
{
    auto *line = new QLineEdit;
    line->setPlaceholderText(placeholder);
    line->setTextMargins(6, 0, 6, 0);
    line->setAccessibleName(QString(label).remove(u'&'));
    m_fields->addLayout(labelled(new QLabel(label), line));
    return line;
}

void UserForm::addButtons(QVBoxLayout *layout)
{
    m_save = new QPushButton(tr("&Show the change…"));
    makePrimary(m_save);
    m_actAs = new QPushButton(tr("Act as"));
    m_actAs->setToolTip(tr("The Call page calls the project with this name and password"));
    m_remove = new QPushButton(tr("Remove…"));
    makeQuiet(m_remove);
    auto *row = new QHBoxLayout;
    row->setContentsMargins(0, 6, 0, 0);
    row->addWidget(m_save);
    row->addWidget(m_actAs);
    row->addStretch();
    row->addWidget(m_remove);
    layout->addLayout(row);
    connect(m_save, &QPushButton::clicked, this, [this] { Q_EMIT saveRequested(draft()); });
    connect(m_actAs, &QPushButton::clicked, this, [this] { Q_EMIT actAsRequested(m_before); });
    connect(m_remove, &QPushButton::clicked, this, [this] { Q_EMIT removeRequested(m_before); });
}

void UserForm::show(const MockUserRow &user)
{
    m_filling = true;
    m_login->setText(user.login);
    m_id->setText(user.id);
    m_password->clear();
    m_password->setPlaceholderText(user.hasPassword ? tr("set; type to replace it") : QString());
    m_anyPassword->setChecked(!user.hasPassword);
    m_password->setEnabled(user.hasPassword);
    m_roles->setText(user.roles.join(u", "_s));
    m_attributesShown = user.attributes;
    m_attributes->setPlainText(user.attributes);
    m_tenant->setText(user.tenant);
    m_features->setText(user.features);
    m_filling = false;
    m_touched = false;
    setWarnings(user.warnings);
}

void UserForm::edit(const MockUserRow &user)
{
    m_before = user.login;
    m_heading->setText(
        !user.own ? tr("%1 comes with cds. A change adds an entry of your own.").arg(user.login)
            : user.enabled ? tr("%1, in %2").arg(user.login, user.source)
                           : tr("%1 is switched off in %2. A change brings the "
                                "user back.")
                                 .arg(user.login, user.source));
    show(user);
    m_actAs->setEnabled(user.enabled && !user.passwordNeverMatches);
    m_remove->setVisible(user.own);
    m_save->setEnabled(false);
}

void UserForm::editNew()
{
    m_before.clear();
    m_heading->setText(tr("A new mock user"));
    show({});
    m_actAs->setEnabled(false);
    m_remove->hide();
    m_save->setEnabled(false);
    m_login->setFocus(Qt::OtherFocusReason);
}

void UserForm::setWarnings(const QList<UserWarning> &warnings)
{
    while (auto *item = m_warnings->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    for (const auto &warning : warnings)
        m_warnings->addWidget(
            new NoteCard(warning.severe ? Tone::Error : Tone::Client, warning.sentence, QString()));
}

MockUserDraft UserForm::draft() const
{
    MockUserDraft draft;
    draft.before = m_before;
    draft.login = m_login->text().trimmed();
    draft.id = m_id->text().trimmed();
    draft.anyPassword = m_anyPassword->isChecked();
    if (!draft.anyPassword && !m_password->text().isEmpty())
        draft.password = Secret(m_password->text());
    draft.roles = listOf(m_roles->text());
    draft.attributes = m_attributes->toPlainText();
    draft.tenant = m_tenant->text().trimmed();
    draft.features = m_features->text().trimmed();
    return draft;
}

void UserForm::touch()
{
    if (m_filling)
        return;
    m_touched = true;
    m_save->setEnabled(!m_login->text().trimmed().isEmpty());
    Q_EMIT edited();
}

} // namespace tokentrail::ui
