// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/cap/lint/model.h"
#include "core/cap/say.h"

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
                       ? say(u"lint.service-requires-nobody", {{u"name", nameOf(definition)}})
                       : say(u"lint.requires-nobody", {{u"name", nameOf(definition)}}),
                   say(u"advice.requires-nobody"),
                   definition.kind == Definition::Kind::Service ? ProblemSeverity::Error
                                                                : ProblemSeverity::Warning);
    if (value->isString() && value->toString().isEmpty())
        report.add(u"open-to-anonymous.empty-role"_s,
                   definition,
                   value,
                   say(u"lint.requires-empty", {{u"name", nameOf(definition)}}),
                   say(u"advice.name-a-role"));
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
        report.add(
            u"open-to-anonymous.service-condition-ignored"_s,
            service,
            &privilege,
            say(u"lint.service-condition-ignored",
                {{u"what",
                  privilege.contains(u"where") ? limits ? say(u"word.grant-and-where") : u"where"_s
                                               : u"grant"_s},
                 {u"service", service.name}}),
            say(u"advice.service-condition-ignored"));
    }
}

void checkOperation(ModelReport &report, const Definition &operation)
{
    checkRequires(report, operation);
    if (operation.rules.brokenRestrict)
        report.add(u"open-to-anonymous.restrict-not-a-list"_s,
                   operation,
                   operation.annotation(u"@restrict"),
                   say(u"lint.operation-restrict-no-list", {{u"name", nameOf(operation)}}),
                   say(u"advice.restrict-not-a-list", {{u"example", u"@restrict: [{ … }]"_s}}));
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
    return admitsAnonymous(definition) ? say(u"word.everybody-anonymous")
                                       : say(u"word.passing-requires");
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
    checkUnrestricted(model);
}

} // namespace tokentrail::cap::lint
