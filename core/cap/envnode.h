// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/text/json.h"

#include <memory>
#include <vector>

namespace tokentrail::cap {

// Where a value was written: a source by its number in EffectiveEnv::sources, and a byte offset.
struct EnvOrigin
{
    int source = -1;
    qsizetype offset = -1;
};

class EnvNode;
using EnvNodePtr = std::shared_ptr<EnvNode>;

// A configuration value as JavaScript has it: objects and arrays are shared and changed in place,
// and every value knows where it came from.
class EnvNode
{
public:
    enum class Kind : quint8 { Scalar, Array, Object };

    struct Member
    {
        QString name;
        EnvNodePtr value;
        bool hidden = false; // not enumerable: neither printed nor iterated
    };

    static EnvNodePtr scalar(const text::Json &value, EnvOrigin origin = {});
    static EnvNodePtr object(EnvOrigin origin = {});
    static EnvNodePtr fromJson(const text::Json &json, int source);

    Kind kind() const { return m_kind; }
    bool isObject() const { return m_kind == Kind::Object; }
    bool isArray() const { return m_kind == Kind::Array; }
    bool isScalar() const { return m_kind == Kind::Scalar; }
    bool isTrue() const { return isScalar() && m_scalar.toBool(); }
    bool isString() const { return isScalar() && m_scalar.isString(); }
    bool isTruthy() const; // as JavaScript's if
    QString string() const { return m_scalar.toString(); }
    const text::Json &scalarValue() const { return m_scalar; }
    EnvOrigin origin() const { return m_origin; }
    void setOriginDeep(EnvOrigin origin); // also of all values inside

    // Of an array the elements under their index. Array indexes stand before other names.
    const std::vector<Member> &members() const { return m_members; }
    EnvNodePtr find(QStringView name) const;
    const Member *member(QStringView name) const;
    void set(const QString &name, EnvNodePtr value, bool hidden = false);
    void remove(QStringView name);

    // As JSON.stringify prints it.
    text::Json toJson() const;

    // Its preset computes `strategy` from the kind, whatever the user writes.
    bool computesStrategy = false;
    bool isLinked = false;

private:
    Kind m_kind = Kind::Scalar;
    text::Json m_scalar;
    std::vector<Member> m_members;
    EnvOrigin m_origin;
};

// The value at a.b.c, or at a/b/c where names have dots.
EnvNodePtr findPath(const EnvNodePtr &root, const QString &path);

} // namespace tokentrail::cap
