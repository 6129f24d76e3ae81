// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/http/server.h"

#include <atomic>

namespace tokentrail::http {

struct Responder::State
{
    Send send;
    std::atomic_bool answered = false;

    ~State()
    {
        if (!answered.exchange(true) && send)
            send({500, {}, {{"Content-Type", "text/plain"}}, "The request was not answered.\n"});
    }
};

Responder::Responder(Send send)
    : m_state(std::make_shared<State>())
{
    m_state->send = std::move(send);
}

void Responder::operator()(Response response) const
{
    if (!m_state->answered.exchange(true) && m_state->send)
        m_state->send(std::move(response));
}

void Responder::drop() const
{
    Response response;
    response.status = dropped;
    (*this)(std::move(response));
}

} // namespace tokentrail::http
