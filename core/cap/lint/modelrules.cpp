// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/cap/lint/model.h"

namespace tokentrail::cap::lint {

using namespace Qt::StringLiterals;
using text::Json;

namespace {

void checkRequires(ModelReport &report, const Definition &definition)
{
    const auto *value = definition.annotation(u"@requires");
    if (!value)
        return;
    if (value->isArray() && value->size() == 0)
        report.add(u"open-to-anonymous.requires-empty-list"_s,
                   definition,
                   value,
                   definition.kind == Definition::Kind::Service
                       ? u"@requires: [] of the service %1 refuses everybody with cds 9 and "
                         "opens it to everybody with cds 10."_s.arg(nameOf(definition))
                       : u"@requires: [] lets nobody use %1."_s.arg(nameOf(definition)),
                   u"Name the roles, or take the annotation out."_s,
                   definition.kind == Definition::Kind::Service ? ProblemSeverity::Error
                                                                : ProblemSeverity::Warning);
    if (value->isString() && value->toString().isEmpty())
        report.add(u"open-to-anonymous.empty-role"_s,
                   definition,
                   value,
                   u"@requires: '' of %1 demands nothing."_s.arg(nameOf(definition)),
                   u"Name a role, or 'authenticated-user'."_s);
}

void checkService(ModelReport &report, const Definition &service)
{
    checkRequires(report, service);
    const auto *restrict_ = service.annotation(u"@restrict");
    if (!restrict_)
        return;
    for (const auto &privilege : restrict_->elements()) {
        const auto grants = writtenGrants(privilege);
        const bool limits = !grants.isEmpty() && !grants.contains("*"_L1);
        if (!limits && !privilege.contains(u"where"))
            continue;
        report.add(u"open-to-anonymous.service-condition-ignored"_s,
                   service,
                   &privilege,
                   u"%1 in @restrict of the service %2 does nothing: whoever has one of the roles "
                   "may do everything."_s.arg(privilege.contains(u"where")
                                                  ? limits ? u"grant and where"_s : u"where"_s
                                                  : u"grant"_s,
                                              service.name),
                   u"Put it on the entities, and @requires on the service."_s);
    }
}

void checkOperation(ModelReport &report, const Definition &operation)
{
    checkRequires(report, operation);
    if (operation.rules.brokenRestrict)
        report.add(u"open-to-anonymous.restrict-not-a-list"_s,
                   operation,
                   operation.annotation(u"@restrict"),
                   u"@restrict of %1 is no list."_s.arg(nameOf(operation)),
                   u"Put it in brackets: @restrict: [{ … }]."_s);
}

void checkEntity(ModelReport &report, const Definition &entity)
{
    checkRequires(report, entity);
    checkGrants(report, entity);
    checkExposure(report, entity);
}

} // namespace

QString nameOf(const Definition &definition)
{
    return definition.boundTo ? definition.boundTo->name + u'.' + definition.name : definition.name;
}

bool isServed(const Definition &definition)
{
    const auto isSet = [](const Json *value) {
        return value && !(value->isBool() && !value->toBool()) && !value->isNull();
    };
    const auto *service = definition.service;
    if (!service || isSet(service->annotation(u"@cds.external")))
        return false;
    const auto *protocol = service->annotation(u"@protocol");
    return !protocol || protocol->toString() != "none"_L1;
}

bool admitsAnonymous(const Definition &definition)
{
    const auto admits = [](const std::optional<QStringList> &roles) {
        return !roles || roles->contains("any"_L1);
    };
    const auto *service = definition.service;
    const bool byService = !service
        || (admits(service->rules.requires_)
            && (service->rules.requires_ || service->rules.restrictedTo.isEmpty()
                || service->rules.restrictedTo.contains("any"_L1)));
    return byService && (&definition == service || admits(definition.rules.requires_));
}

QStringList writtenGrants(const Json &privilege)
{
    return privilege[u"grant"].toStringList();
}

QString openToWhom(const Definition &definition)
{
    return admitsAnonymous(definition) ? u"everybody, anonymous callers too"_s
                                       : u"everybody who passes @requires"_s;
}

void ModelReport::add(const QString &id,
                      const Definition &definition,
                      const Json *at,
                      const QString &sentence,
                      const QString &advice,
                      std::optional<ProblemSeverity> severity)
{
    const auto *value = at && at->span().isValid() ? at : definition.json;
    m_report.add(
        {id, m_report.placeIn(m_report.project().csnName(), *value), sentence, advice, severity});
}

void checkModel(Report &report)
{
    if (!report.project().csn())
        return;
    ModelReport model(report);
    for (const auto &definition : model.csn().definitions()) {
        if (!isServed(*definition))
            continue;
        if (definition->kind == Definition::Kind::Service)
            checkService(model, *definition);
        else if (definition->kind == Definition::Kind::Entity && !definition->isIgnored)
            checkEntity(model, *definition);
        else if (definition->isOperation())
            checkOperation(model, *definition);
        for (const auto &operation : definition->operations)
            checkOperation(model, *operation);
    }
}

} // namespace tokentrail::cap::lint
