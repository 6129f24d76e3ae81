// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/cap/restrictions.h"
#include "core/text/json.h"

#include <QHash>
#include <QString>

#include <memory>
#include <vector>

namespace tokentrail::cap {

struct Definition;

// An element of an entity.
struct Element
{
    QString name;
    const text::Json *json = nullptr;
    QString type; // "cds.String", "cds.Association", …
    QString targetName; // of an association
    const Definition *target = nullptr; // null when it is not in the model
    bool isKey = false;
    bool isComposition = false;
    bool isToMany = false;
    std::vector<QStringList> foreignKeys; // of a managed association: paths in the target
    std::vector<Element> elements; // of a structure
    bool isAssociation() const { return !targetName.isEmpty(); }
};

// A service, an entity, an action or function (bound and unbound), or another definition.
struct Definition
{
    enum class Kind : quint8 { Service, Entity, Action, Function, Other };

    QString name; // fully qualified; of a bound operation its local name
    Kind kind = Kind::Other;
    const text::Json *json = nullptr;
    const Definition *service = nullptr; // the innermost that holds it
    const Definition *boundTo = nullptr; // the entity of a bound operation
    std::vector<Element> elements;
    std::vector<std::unique_ptr<Definition>> operations; // bound ones
    Rules rules;

    const Definition *authDependsOn = nullptr; // a composition child takes the ancestor's rules
    const Definition *draftRoot = nullptr; // set within a draft-enabled tree
    bool isSingleton = false;
    bool isAutoExposed = false; // @cds.autoexposed: the compiler put it into the service
    bool isAutoExpose = false; // @cds.autoexpose: on purpose
    bool isIgnored = false; // @cds.api.ignore
    bool isOnCollection = false; // of an operation: bound to many
    bool hasReturns = false; // of an operation

    bool isOperation() const { return kind == Kind::Action || kind == Kind::Function; }
    bool isDraftEnabled() const { return draftRoot != nullptr; }
    const Element *element(QStringView elementName) const;
    const Definition *operation(QStringView operationName) const;
    const text::Json *annotation(QStringView annotationName) const
    {
        return json->find(annotationName);
    }
    QString localName() const; // without the service's name
};

// A compiled CAP model (CSN), indexed once. The document stays alive inside.
class Csn
{
public:
    static Result<Csn> read(const QByteArray &source, const QString &file = {});
    static Result<Csn> of(text::Json document);

    const Definition *find(const QString &name) const { return m_index.value(name); }
    const std::vector<std::unique_ptr<Definition>> &definitions() const { return m_definitions; }
    const text::Json &document() const { return *m_document; }
    // By the name that OData has for it: dots below the service are underscores.
    const Definition *findExposed(const Definition &service, const QString &edmName) const;
    // What a projection or view selects from; null for joins, unions and tables.
    const Definition *sourceOf(const Definition &entity) const;

private:
    Csn() = default;
    void index();
    void link();
    void linkService(Definition &definition) const;
    void linkAuthorization(Definition &entity) const;
    void linkDrafts(Definition &root) const;

    std::unique_ptr<text::Json> m_document; // at a fixed address: definitions point into it
    std::vector<std::unique_ptr<Definition>> m_definitions;
    QHash<QString, Definition *> m_index;
    QHash<const Definition *, QHash<QString, const Definition *>> m_exposed;
};

} // namespace tokentrail::cap
