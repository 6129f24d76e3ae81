// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/roles/roleform.h"

#include "ui/widgets/housestyle.h"
#include "ui/widgets/wrappedlabel.h"

#include <QCheckBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>

#include <algorithm>

namespace tokentrail::ui {

using namespace Qt::StringLiterals;
using Origin = xsuaa::RoleAttribute::Origin;

namespace {

const auto separator = u'\n'; // in no application's or template's name
constexpr int margin = 12;

QString idOf(const xsuaa::Application &app, const xsuaa::RoleTemplate &roleTemplate)
{
    return app.appId + separator + roleTemplate.name;
}

Origin originOf(const QString &id)
{
    return id == "idp"_L1         ? Origin::IdentityProvider
        : id == "unrestricted"_L1 ? Origin::Unrestricted
                                  : Origin::Static;
}

} // namespace

RoleForm::RoleForm(QWidget *parent)
    : QScrollArea(parent)
{
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setAccessibleName(tr("New role"));
    m_template = new ChoiceButton(tr("template"), tr("Role template"));
    m_template->setDetailShown(false);
    m_name = new QLineEdit;
    m_description = new QLineEdit;
    m_scopes = new WrappedLabel;
    m_scopes->setMuted(true);
    m_refusal = new WrappedLabel;
    m_refusal->hide();
    m_into = new QCheckBox;
    m_into->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed); // its name may be long
    m_into->hide();
    auto *plan = new QPushButton(tr("&Plan this role"));
    makePrimary(plan);

    auto *content = new QWidget;
    auto *layout = new QVBoxLayout(content);
    layout->setContentsMargins(margin, 10, margin, 10);
    layout->setSpacing(8);
    auto *fields = new QFormLayout;
    fields->setRowWrapPolicy(QFormLayout::WrapAllRows);
    fields->addRow(tr("Role &name"), m_name);
    fields->addRow(tr("&Description"), m_description);
    m_attributes = new QFormLayout;
    m_attributes->setRowWrapPolicy(QFormLayout::WrapAllRows);
    layout->addWidget(m_template, 0, Qt::AlignLeft);
    layout->addWidget(m_scopes);
    layout->addLayout(fields);
    layout->addLayout(m_attributes);
    layout->addWidget(m_into);
    layout->addWidget(m_refusal);
    layout->addWidget(plan, 0, Qt::AlignLeft);
    layout->addStretch();
    setWidget(content);
    content->setAutoFillBackground(false);
    viewport()->setAutoFillBackground(false);
    connect(m_template, &ChoiceButton::chosen, this, &RoleForm::showTemplate);
    connect(m_name, &QLineEdit::returnPressed, this, &RoleForm::submit);
    connect(m_description, &QLineEdit::returnPressed, this, &RoleForm::submit);
    connect(plan, &QPushButton::clicked, this, &RoleForm::submit);
}

void RoleForm::setDirectory(const SharedDirectory &directory)
{
    m_directory = directory;
    const auto before = m_template->currentId();
    QList<Choice> choices;
    bool known = false;
    for (const auto &app : directory->applications) {
        for (const auto &roleTemplate : app.roleTemplates) {
            choices.append(
                {idOf(app, roleTemplate), roleTemplate.name, roleTemplate.description, app.appId});
            known = known || choices.constLast().id == before;
        }
    }
    m_template->setChoices(choices);
    if (known || choices.isEmpty())
        return;
    m_template->setCurrentId(choices.constFirst().id);
    showTemplate();
}

void RoleForm::setCollection(const QString &name)
{
    m_collection = name;
    retellCollection();
    m_into->setVisible(!name.isEmpty());
    m_into->setChecked(true);
}

// A check box does not wrap: a long name is cut rather than the words around it.
void RoleForm::retellCollection()
{
    const auto whole = tr("Put it into “%1”").arg(m_collection);
    const auto frame = m_into->sizeHint().width() - fontMetrics().horizontalAdvance(m_into->text());
    const auto words = fontMetrics().horizontalAdvance(tr("Put it into “%1”").arg(QString()));
    const auto left = viewport()->width() - 2 * margin - frame - words;
    const auto shown = fontMetrics().elidedText(m_collection, Qt::ElideMiddle, std::max(40, left));
    m_into->setText(tr("Put it into “%1”").arg(shown));
    m_into->setToolTip(whole);
    m_into->setAccessibleName(whole);
}

void RoleForm::resizeEvent(QResizeEvent *event)
{
    QScrollArea::resizeEvent(event);
    retellCollection();
}

void RoleForm::begin()
{
    m_refusal->hide();
    m_name->clear();
    m_description->clear();
    for (const auto &row : std::as_const(m_rows))
        row.values->clear();
    m_template->setFocus(Qt::ShortcutFocusReason);
}

void RoleForm::refuse(const QString &sentence)
{
    m_refusal->setText(sentence);
    m_refusal->show();
    ensureWidgetVisible(m_refusal);
}

void RoleForm::showTemplate()
{
    while (m_attributes->rowCount() > 0)
        m_attributes->removeRow(0);
    m_rows.clear();
    const auto id = m_template->currentId();
    const auto *app = m_directory->application(id.section(separator, 0, 0));
    const auto *roleTemplate =
        app == nullptr ? nullptr : app->roleTemplate(id.section(separator, 1));
    if (roleTemplate == nullptr)
        return;
    QStringList scopes;
    for (const auto &scope : roleTemplate->scopeReferences)
        scopes << app->resolved(scope).section(u'.', -1);
    m_scopes->setText(scopes.isEmpty() ? tr("Gives no scope.")
                                       : tr("Gives %1.").arg(scopes.join(u", "_s)));
    for (const auto &reference : roleTemplate->attributeReferences)
        addAttribute(*app, reference.name);
}

void RoleForm::addAttribute(const xsuaa::Application &app, const QString &name)
{
    auto *line = new QWidget;
    auto *layout = new QHBoxLayout(line);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(6);
    auto *origin = new ChoiceButton({}, tr("Where the values of %1 come from").arg(name));
    origin->setChoices({{u"static"_s, tr("these values"), {}, {}},
                        {u"idp"_s, tr("identity provider"), {}, {}},
                        {u"unrestricted"_s, tr("unrestricted"), {}, {}}});
    origin->setCurrentId(u"static"_s);
    auto *values = new QLineEdit;
    values->setMinimumWidth(60);
    values->setAccessibleName(tr("Values of %1").arg(name));
    layout->addWidget(origin);
    layout->addWidget(values, 1);
    const auto tell = [values, name](const QString &id) {
        values->setEnabled(id != "unrestricted"_L1);
        values->setPlaceholderText(id == "idp"_L1          ? tr("its attribute, e.g. %1").arg(name)
                                       : id == "static"_L1 ? tr("DE, AT")
                                                           : tr("no restriction"));
    };
    tell(u"static"_s);
    connect(origin, &ChoiceButton::chosen, values, tell);
    connect(values, &QLineEdit::returnPressed, this, &RoleForm::submit);
    const auto *definition = app.attribute(name);
    const bool needed = definition == nullptr || definition->valueRequired;
    m_attributes->addRow(needed ? name : tr("%1 (may be empty)").arg(name), line);
    line->show(); // now: the next key press may be a Tab
    // New widgets come last in the chain; these belong between description and what follows.
    setTabOrder(m_rows.isEmpty() ? m_description : m_rows.constLast().values, origin);
    setTabOrder(origin, values);
    m_rows.append({name, origin, values});
}

xsuaa::Role RoleForm::role() const
{
    const auto id = m_template->currentId();
    xsuaa::Role role{id.section(separator, 0, 0),
                     id.section(separator, 1),
                     m_name->text().trimmed(),
                     m_description->text().trimmed(),
                     {},
                     false};
    for (const auto &row : m_rows) {
        const auto origin = originOf(row.origin->currentId());
        QStringList values;
        for (const auto &value : row.values->text().split(u',', Qt::SkipEmptyParts)) {
            if (!value.trimmed().isEmpty())
                values << value.trimmed();
        }
        if (origin == Origin::Unrestricted)
            values.clear();
        role.attributes.append({row.name, origin, values});
    }
    return role;
}

void RoleForm::submit()
{
    m_refusal->hide();
    Q_EMIT wanted(role(), m_into->isChecked() ? m_collection : QString());
}

} // namespace tokentrail::ui
