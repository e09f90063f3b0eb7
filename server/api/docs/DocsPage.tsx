import { renderToStaticMarkup } from 'react-dom/server'
import { STYLES } from './styles.ts'

interface Schema {
  $ref?: string
  type?: string | string[]
  enum?: unknown[]
  items?: Schema
  anyOf?: Schema[]
  oneOf?: Schema[]
  allOf?: Schema[]
  properties?: Record<string, Schema>
  required?: string[]
  additionalProperties?: Schema | boolean
  minimum?: number
  maximum?: number
  default?: unknown
  description?: string
  format?: string
}
type Content = Record<string, { schema?: Schema }>
interface Operation {
  summary?: string
  tags?: string[]
  parameters?: { name: string; in: string; required?: boolean; schema?: Schema; description?: string }[]
  requestBody?: { description?: string; required?: boolean; content: Content }
  responses: Record<string, { description: string; content?: Content }>
}

/** The part of an OpenAPI document that the page shows. */
export interface ApiDocument {
  info: { title: string; version: string; description?: string }
  tags?: { name: string; description?: string }[]
  paths: Record<string, Record<string, Operation>>
  components?: { schemas?: Record<string, Schema> }
}

/** The API as one page of HTML, without script: every path with its parameters, bodies and errors, and every schema. */
export function docsPage(document: ApiDocument): string {
  return `<!doctype html>${renderToStaticMarkup(<Page document={document} />)}`
}

function Page({ document: { info, tags = [], paths, components } }: { document: ApiDocument }) {
  const operations = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
  )
  return (
    <html lang="en">
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{`${info.title} API`}</title>
        <style>{STYLES}</style>
      </head>
      <body>
        <header>
          <h1>
            {info.title} API <small>{info.version}</small>
          </h1>
          <p>
            <Text text={info.description ?? ''} />
          </p>
          <p>
            <a href="/api/openapi.json">openapi.json</a>
          </p>
        </header>
        <nav aria-label="Paths">
          {tags.map((tag) => (
            <section key={tag.name}>
              <h2>{tag.name}</h2>
              <ul>
                {operations
                  .filter(({ operation }) => operation.tags?.[0] === tag.name)
                  .map(({ path, method }) => (
                    <li key={method + path}>
                      <a href={`#${anchor(method, path)}`}>
                        <b>{method.toUpperCase()}</b> {path}
                      </a>
                    </li>
                  ))}
              </ul>
            </section>
          ))}
        </nav>
        <main>
          {tags.map((tag) => (
            <section key={tag.name}>
              <h2>
                {tag.name} <small>{tag.description}</small>
              </h2>
              {operations
                .filter(({ operation }) => operation.tags?.[0] === tag.name)
                .map((entry) => (
                  <OperationView key={entry.method + entry.path} {...entry} />
                ))}
            </section>
          ))}
          <section>
            <h2>schemas</h2>
            {Object.entries(components?.schemas ?? {}).map(([name, schema]) => (
              <article key={name} id={`schema-${name}`}>
                <h3>{name}</h3>
                <SchemaView schema={schema} />
              </article>
            ))}
          </section>
        </main>
      </body>
    </html>
  )
}

function OperationView({ path, method, operation }: { path: string; method: string; operation: Operation }) {
  const { summary, parameters = [], requestBody, responses } = operation
  return (
    <article id={anchor(method, path)}>
      <h3>
        <b>{method.toUpperCase()}</b> <code>{path}</code>
      </h3>
      <p>
        <Text text={summary ?? ''} />
      </p>
      {parameters.length > 0 && (
        <table>
          <caption>Parameters</caption>
          <tbody>
            {parameters.map(({ name, in: place, required, schema, description }) => (
              <tr key={place + name}>
                <th scope="row">
                  <code>{name}</code>
                </th>
                <td>
                  {place}
                  {required ? ', required' : ''}
                </td>
                <td>
                  <Type schema={schema ?? {}} />
                </td>
                <td>
                  <Text text={description ?? schema?.description ?? ''} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {requestBody && (
        <p>
          Body{requestBody.required === false ? ' (optional)' : ''}: <Bodies content={requestBody.content} />
          {requestBody.description ? `, ${requestBody.description}` : ''}
        </p>
      )}
      <table>
        <caption>Answers</caption>
        <tbody>
          {Object.entries(responses).map(([status, { description, content }]) => (
            <tr key={status}>
              <th scope="row">{status}</th>
              <td>
                <Text text={description} />
              </td>
              <td>{content && <Bodies content={content} />}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </article>
  )
}

function Bodies({ content }: { content: Content }) {
  return Object.entries(content).map(([type, { schema }], i) => (
    <span key={type}>
      {i > 0 && ', '}
      <code>{type}</code> {schema && <Type schema={schema} />}
    </span>
  ))
}

function SchemaView({ schema }: { schema: Schema }) {
  if (!schema.properties) return <Type schema={schema} />
  return (
    <table>
      <tbody>
        {Object.entries(schema.properties).map(([name, property]) => (
          <tr key={name}>
            <th scope="row">
              <code>{name}</code>
            </th>
            <td>
              <Type schema={property} />
              {schema.required?.includes(name) ? '' : ' (optional)'}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** A schema in one line: names are links, the rest is words. */
function Type({ schema }: { schema: Schema }) {
  if (schema.$ref) {
    const name = schema.$ref.split('/').at(-1) ?? ''
    return <a href={`#schema-${name}`}>{name}</a>
  }
  const choices = schema.anyOf ?? schema.oneOf ?? schema.allOf
  if (choices) {
    return choices.map((choice, i) => (
      <span key={i}>
        {i > 0 && (schema.allOf ? ' and ' : ' or ')}
        <Type schema={choice} />
      </span>
    ))
  }
  if (schema.enum) return schema.enum.map((value) => JSON.stringify(value)).join(' | ')
  if (schema.items) {
    return (
      <>
        list of <Type schema={schema.items} />
      </>
    )
  }
  if (schema.properties) {
    return (
      <>
        {'{'}
        {Object.entries(schema.properties).map(([name, property], i) => (
          <span key={name}>
            {i > 0 && ', '}
            {name}: <Type schema={property} />
          </span>
        ))}
        {'}'}
      </>
    )
  }
  return [
    Array.isArray(schema.type) ? schema.type.join(' or ') : (schema.type ?? 'anything'),
    schema.format,
    range(schema),
  ]
    .filter((word) => word !== undefined && word !== '')
    .join(', ')
}

function range({ minimum, maximum, default: standard }: Schema): string {
  const from = minimum === undefined ? '' : `from ${minimum}`
  const to = maximum === undefined || maximum > 2 ** 52 ? '' : `to ${maximum}`
  const otherwise = standard === undefined ? '' : `default ${JSON.stringify(standard)}`
  return [from, to, otherwise].filter((word) => word !== '').join(' ')
}

/** Text with `code` in backticks. */
function Text({ text }: { text: string }) {
  return text.split('`').map((part, i) => (i % 2 === 1 ? <code key={i}>{part}</code> : part))
}

function anchor(method: string, path: string): string {
  return `${method}${path.replaceAll(/[{}]/g, '').replaceAll('/', '-')}`
}
