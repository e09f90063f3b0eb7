import type { MiddlewareHandler } from 'hono'
import { setCookie } from 'hono/cookie'
import { type Access, isSame, TOKEN_COOKIE } from './access.ts'

/** `/?token=…`, the address that the server prints when a token is needed: keeps the token in a cookie and takes it out of the URL. */
export function login({ token, tokenForAll }: Access): MiddlewareHandler {
  return async (c, next) => {
    const given = c.req.query('token')
    if (!tokenForAll || given === undefined || !isSame(given, token)) return next()
    setCookie(c, TOKEN_COOKIE, token, { httpOnly: true, sameSite: 'Strict', path: '/' })
    return c.redirect('/', 303)
  }
}
