import { renderToStaticMarkup } from 'react-dom/server'
import { SchemaFields, SchemaType, type Schema } from './SchemaType.tsx'
import { STYLES } from './styles.ts'

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
                <SchemaFields schema={schema} />
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
                  <SchemaType schema={schema ?? {}} />
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
      <code>{type}</code> {schema && <SchemaType schema={schema} />}
    </span>
  ))
}

/** Text with `code` in backticks. */
function Text({ text }: { text: string }) {
  return text.split('`').map((part, i) => (i % 2 === 1 ? <code key={i}>{part}</code> : part))
}

function anchor(method: string, path: string): string {
  return `${method}${path.replaceAll(/[{}]/g, '').replaceAll('/', '-')}`
}
