import { type Files, filesOf, type Random } from '../seeded.ts'

/** deploy.env: variables of a deployment; deploy.tmpl: the note whose placeholders they fill. */
export default function make(random: Random): Files {
  const version = `${random.int(1, 4)}.${random.int(0, 20)}.${random.int(0, 9)}`
  const env = `# Values for the ${random.pick(['blue', 'green'])} machines
APP_NAME=orders
APP_VERSION=${version}
REGION=${random.pick(['eu-west', 'eu-north', 'us-east'])}
REPLICAS=${random.int(2, 9)}
PORT=${random.int(8000, 8999)}
OWNER="Ines Duarte"
CONTACT='ops@example.org'
export RELEASE_DATE=${random.day(random.int(30, 80))}

UNUSED_FLAG=
`
  const template = `Deployment of \${APP_NAME} \${APP_VERSION}
=====================================

Planned for \${RELEASE_DATE} in \${REGION}, with \${REPLICAS} copies behind port \${PORT}.

- image: registry.example.org/\${APP_NAME}:\${APP_VERSION}
- health: https://\${APP_NAME}.\${REGION}.example.org:\${PORT}/health
- strategy: \${STRATEGY:-rolling}

If anything looks odd, tell \${OWNER} (\${CONTACT}) before the second copy is up. The price stays at $5 a day.
`
  return filesOf({ 'deploy.env': env, 'deploy.tmpl': template })
}
