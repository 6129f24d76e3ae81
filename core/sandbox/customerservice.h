// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/http/message.h"
#include "core/text/json.h"
#include "core/xsuaa/capuser.h"

#include <QList>

namespace tokentrail::sandbox {

// service CustomerService @(requires: 'authenticated-user') {
//   entity Orders   @(restrict: [ { grant: ['READ','WRITE'], to: 'admin' },
//                                 { grant: 'READ', where: 'buyer = $user' } ])
//   entity Approval @(restrict: [ { grant: 'WRITE', where: '$user.level > 2' } ]) }
// decided as cds 9 on SQLite decides it, its oddities included.
class CustomerService
{
public:
    static constexpr auto root = "/odata/v4/customer";

    CustomerService();
    // That would let somebody in who is refused; empty where roles decide nothing.
    static QStringList rolesFor(const QByteArray &method, const QString &path);
    // user: authenticated already.
    http::Response answer(const http::Request &request, const xsuaa::CapUser &user);

private:
    struct Entity
    {
        QString name;
        QStringList columns;
        QList<text::Json> rows;
        qsizetype indexOf(const text::Json &id) const;
        bool remove(const text::Json &id); // false: there was none
        // merge: what the body does not name stays. The row as it is then.
        text::Json store(const text::Json &id, const text::Json &body, bool merge);
    };

    http::Response orders(const http::Request &request,
                          const text::Json *id,
                          const QString &rest,
                          const xsuaa::CapUser &user);
    http::Response readOrders(const http::Request &request,
                              const text::Json *id,
                              const QString &rest,
                              const xsuaa::CapUser &user) const;
    http::Response
    approval(const http::Request &request, const text::Json *id, const xsuaa::CapUser &user);
    // The change itself, once it is allowed. readBack: the caller may see the row afterwards.
    http::Response
    write(Entity &entity, const http::Request &request, const text::Json *id, bool readBack);

    Entity m_orders;
    Entity m_approval;
};

} // namespace tokentrail::sandbox
