// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/users/authform.h"

#include "ui/widgets/fonts.h"
#include "ui/widgets/wrappedlabel.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace tokentrail::ui {

using namespace Qt::StringLiterals;

namespace {

QString meaningOf(const QString &kind)
{
    if (kind == "mocked"_L1)
        return AuthForm::tr("The users of the list, and those that cds ships, log in with Basic.");
    if (kind == "basic"_L1)
        return AuthForm::tr("The users of the list log in with Basic; cds ships none.");
    if (kind == "dummy"_L1)
        return AuthForm::tr("Nobody logs in, and everybody may do everything.");
    if (kind == "jwt"_L1 || kind == "xsuaa"_L1 || kind == "ias"_L1)
        return AuthForm::tr("Tokens are checked with the key of a bound service; the users of the "
                            "list are not looked at.");
    return AuthForm::tr("cds knows no such kind; the server does not start.");
}

WrappedLabel *addHeading(QVBoxLayout *layout, const QString &text)
{
    auto *heading = new WrappedLabel(text);
    heading->setFont(semiBold(heading->font()));
    layout->addWidget(heading);
    return heading;
}

WrappedLabel *addNote(QVBoxLayout *layout)
{
    auto *note = new WrappedLabel;
    note->setMuted(true);
    layout->addWidget(note);
    layout->addSpacing(10);
    return note;
}

} // namespace

AuthForm::AuthForm(QWidget *parent)
    : QScrollArea(parent)
{
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setAccessibleName(tr("Authentication of the project"));
    auto *content = new QWidget;
    auto *layout = new QVBoxLayout(content);
    layout->setContentsMargins(14, 12, 14, 12);
    layout->setSpacing(6);

    addHeading(layout, tr("How the service authenticates"));
    m_kind = new ChoiceButton(tr("kind"), tr("Kind of authentication"));
    layout->addWidget(m_kind, 0, Qt::AlignLeft);
    m_kindNote = addNote(layout);

    addHeading(layout, tr("Names that are not in the list"));
    m_anybody = new ChoiceButton(QString(), tr("Names that are not in the list"));
    m_anybody->setChoices(
        {{u"in"_s, tr("get in, without roles"), {}, {}}, {u"out"_s, tr("are refused"), {}, {}}});
    layout->addWidget(m_anybody, 0, Qt::AlignLeft);
    m_anybodyNote = addNote(layout);

    addHeading(layout, tr("Feature toggles of a tenant"));
    m_tenants = new ChoiceButton(tr("tenant"), tr("Tenant"));
    layout->addWidget(m_tenants, 0, Qt::AlignLeft);
    auto *row = new QHBoxLayout;
    m_tenant = new QLineEdit;
    m_tenant->setPlaceholderText(u"t1"_s);
    m_tenant->setAccessibleName(tr("Name of the tenant"));
    m_features = new QLineEdit;
    m_features->setPlaceholderText(tr("isbn, reviews; * for all"));
    m_features->setAccessibleName(tr("Feature toggles of the tenant"));
    m_saveTenant = new QPushButton(tr("Show the change…"));
    m_saveTenant->setAccessibleName(tr("Show the change of the tenant"));
    row->addWidget(m_tenant, 1);
    row->addWidget(m_features, 2);
    row->addWidget(m_saveTenant);
    layout->addLayout(row);
    addNote(layout)->setText(tr("They count for users without toggles of their own."));
    layout->addStretch();
    setWidget(content);
    content->setAutoFillBackground(false); // the panel below is the ground
    viewport()->setAutoFillBackground(false);

    connect(m_kind, &ChoiceButton::chosen, this, &AuthForm::kindChosen);
    connect(m_anybody, &ChoiceButton::chosen, this, [this](const QString &id) {
        Q_EMIT anybodyChosen(id == "in"_L1);
    });
    connect(m_tenants, &ChoiceButton::chosen, this, &AuthForm::showTenant);
    connect(m_saveTenant, &QPushButton::clicked, this, [this] {
        const auto name = m_tenant->text().trimmed();
        if (!name.isEmpty())
            Q_EMIT tenantSaved(name, m_features->text().trimmed());
    });
}

void AuthForm::show(const MockProjectView &project)
{
    QList<Choice> kinds;
    for (const auto &kind : {u"mocked"_s, u"basic"_s, u"dummy"_s, u"jwt"_s, u"xsuaa"_s, u"ias"_s})
        kinds << Choice{kind, kind, {}, {}};
    const auto isKnown = [&project](const Choice &choice) {
        return choice.id == project.kind;
    };
    if (!project.kind.isEmpty() && std::none_of(kinds.cbegin(), kinds.cend(), isKnown))
        kinds << Choice{project.kind, project.kind, {}, {}};
    m_kind->setChoices(kinds);
    m_kind->setCurrentId(project.kind);
    m_kindNote->setText(tr("From %1. %2").arg(project.kindSource, meaningOf(project.kind)));
    m_anybody->setCurrentId(project.anybody ? u"in"_s : u"out"_s);
    m_anybodyNote->setText(project.anybodySource.isEmpty()
                               ? tr("No entry \"*\" is there.")
                               : tr("The entry \"*\" stands in %1.").arg(project.anybodySource));
    m_known = project.tenants;
    QList<Choice> tenants;
    for (const auto &tenant : m_known)
        tenants << Choice{tenant.name, tenant.name, {}, {}};
    tenants << Choice{QString(), tr("a new one"), {}, {}};
    m_tenants->setChoices(tenants);
    showTenant(tenants.constFirst().id);
}

void AuthForm::showTenant(const QString &name)
{
    m_tenants->setCurrentId(name);
    m_tenant->setText(name);
    m_tenant->setEnabled(name.isEmpty());
    m_features->clear();
    for (const auto &tenant : m_known) {
        if (tenant.name == name)
            m_features->setText(tenant.features);
    }
}

} // namespace tokentrail::ui
