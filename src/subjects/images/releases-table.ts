/**
 * Last days of free security support as the vendors and projects announced them, checked on LISTED against the lists of endoflife.date
 * and the projects' own. Only releases whose dates are settled are here; what is not here is not judged. A release has ended when its day
 * lies before LISTED, so that a report never depends on the clock.
 */
export const LISTED = '2026-11-27'

export interface Product extends Days {
  readonly title: string
  /** `registry/repository`. */
  readonly names: string | RegExp
  /** Where the repository and not the tag names the release. */
  readonly inName?: RegExp | undefined
  /** A Linux distribution itself. */
  readonly system: boolean
}

interface Days {
  readonly releases: ReadonlyMap<string, string>
  /** Those whose own day may lie before the one that several share. */
  readonly shared: ReadonlySet<string>
}

/** Most runs meet two or three of all products, so the days of the others are not read. */
function product(title: string, names: string | RegExp, written: string, over: Partial<Product> = {}): Product {
  let known: Days | undefined
  const days = () => {
    known ??= read(written)
    return known
  }
  return {
    title,
    names,
    system: false,
    get releases() {
      return days().releases
    },
    get shared() {
      return days().shared
    },
    ...over,
  }
}

/** `8=2020-06-30 9=…`; two names of one release are joined by a comma, and so are three or more that ended by that day. */
function read(days: string): Days {
  const releases = new Map<string, string>()
  const shared = new Set<string>()
  for (const entry of days.trim().split(/\s+/)) {
    const [names = '', day = ''] = entry.split('=')
    const versions = names.split(',')
    for (const version of versions) {
      releases.set(version, day)
      if (versions.length > 2) shared.add(version)
    }
  }
  return { releases, shared }
}

const official = (name: string) => `docker.io/library/${name}`
const SYSTEM = { system: true }

export const PRODUCTS: readonly Product[] = [
  product(
    'Debian',
    official('debian'),
    '6=2016-02-29 7=2018-05-31 8=2020-06-30 9=2022-06-30 10=2024-06-30 11=2026-08-31 12=2028-06-30 13=2030-06-30',
    SYSTEM,
  ),
  product(
    'Ubuntu',
    official('ubuntu'),
    `12.04=2017-04-28 14.04=2019-04-25 14.10=2015-07-23 15.04=2016-02-04 15.10=2016-07-28 16.04=2021-04-30 16.10=2017-07-20 17.04=2018-01-13 17.10=2018-07-19 18.04=2023-05-31 18.10=2019-07-18 19.04=2020-01-23
     19.10=2020-07-17 20.04=2025-05-31 20.10=2021-07-22 21.04=2022-01-20 21.10=2022-07-14 22.04=2027-04-30 22.10=2023-07-20
     23.04=2024-01-25 23.10=2024-07-11 24.04=2029-05-31 24.10=2025-07-10 25.04=2026-01-17 25.10=2026-07-31
     26.04=2031-04-30`,
    SYSTEM,
  ),
  product(
    'Alpine Linux',
    official('alpine'),
    `2.6,2.7,3.0,3.1,3.2,3.3,3.4=2018-11-01 3.5,3.6,3.7=2019-11-01 3.8=2020-05-01 3.9=2020-11-01 3.10=2021-05-01 3.11=2021-11-01
     3.12=2022-05-01 3.13=2022-11-01 3.14=2023-05-01 3.15=2023-11-01 3.16=2024-05-23 3.17=2024-11-22 3.18=2025-05-09 3.19=2025-11-01
     3.20=2026-04-01 3.21=2026-11-01 3.22=2027-05-01 3.23=2027-11-01`,
    SYSTEM,
  ),
  product('CentOS', official('centos'), '5=2017-03-31 6=2020-11-30 7=2024-06-30 8,latest=2021-12-31', SYSTEM),
  product('CentOS', 'quay.io/centos/centos', '7=2024-06-30 8=2021-12-31 stream8=2024-05-31 stream9=2027-05-31 stream10=2030-01-01', SYSTEM),
  product(
    'Fedora',
    official('fedora'),
    '28=2019-05-28 29=2019-11-26 30=2020-05-26 31=2020-11-24 32=2021-05-25 33=2021-11-30 34=2022-06-07 35=2022-12-13 36=2023-05-16 37=2023-12-05 38=2024-05-21 39=2024-11-26 40=2025-05-13 41=2025-12-15',
    SYSTEM,
  ),
  product('Amazon Linux', official('amazonlinux'), '1,2018=2023-12-31 2=2026-06-30 2023=2029-06-30', SYSTEM),
  product('Oracle Linux', official('oraclelinux'), '6=2021-03-31 7=2024-12-31 8=2029-07-31 9=2032-06-30', SYSTEM),
  product(
    'openSUSE Leap',
    'docker.io/opensuse/leap',
    '42.1=2017-05-17 42.2=2018-01-26 42.3=2019-06-30 15.0=2019-12-03 15.1=2021-02-02 15.2=2022-01-04 15.3=2022-12-31 15.4=2023-12-07 15.5=2024-12-31 15.6=2026-04-30 16.0=2027-10-31',
    SYSTEM,
  ),
  product(
    'Red Hat UBI',
    /^registry\.(?:access\.)?redhat\.(?:com|io)\/(?:ubi|rhel)\d+(?:[-/]|$)/,
    '6=2020-11-30 7=2024-06-30 8=2029-05-31 9=2032-05-31 10=2035-05-31',
    {
      system: true,
      inName: /\/(?:ubi|rhel)(\d+)(?:[-/]|$)/,
    },
  ),
  product(
    'Windows Server',
    /^mcr\.microsoft\.com\/windows\/(?:servercore|nanoserver)$/,
    '1709=2019-04-09 1803=2019-11-12 1903=2020-12-08 1909=2021-05-11 2004=2021-12-14 20h2=2022-08-09 ltsc2019=2029-01-09 ltsc2022=2031-10-14',
  ),
  product(
    'Node.js',
    official('node'),
    `0.10=2016-10-31 0.12=2016-12-31 4,argon=2018-04-30 5=2016-06-30 6,boron=2019-04-30 7=2017-06-30 8,carbon=2019-12-31 9=2018-06-30
     10,dubnium=2021-04-30 11=2019-06-01 12,erbium=2022-04-30 13=2020-06-01 14,fermium=2023-04-30 15=2021-06-01 16,gallium=2023-09-11
     17=2022-06-01 18,hydrogen=2025-04-30 19=2023-06-01 20,iron=2026-04-30 21=2024-06-01 22,jod=2027-04-30 23=2025-06-01 24,krypton=2028-04-30 25=2026-06-01`,
  ),
  product(
    'Python',
    official('python'),
    `2,2.7=2020-01-01 3.3=2017-09-29 3.4=2019-03-18 3.5=2020-09-30 3.6=2021-12-23 3.7=2023-06-27 3.8=2024-10-07 3.9=2025-10-31 3.10=2026-10-31
     3.11=2027-10-31 3.12=2028-10-31 3.13=2029-10-31 3.14=2030-10-31`,
  ),
  product(
    'Ruby',
    official('ruby'),
    '1.9,2.0,2.1,2.2=2018-03-31 2.3=2019-03-31 2.4=2020-03-31 2.5=2021-03-31 2.6=2022-04-12 2,2.7=2023-03-31 3.0=2024-04-23 3.1=2025-03-26 3.2=2026-03-31 3.3=2027-03-31 3.4=2028-03-31 4.0=2029-03-31',
  ),
  product(
    'PHP',
    official('php'),
    '5,5.3,5.4,5.5,5.6=2018-12-31 7.0=2019-01-10 7.1=2019-12-01 7.2=2020-11-30 7.3=2021-12-06 7,7.4=2022-11-28 8.0=2023-11-26 8.1=2025-12-31 8.2=2026-12-31 8.3=2027-12-31 8.4=2028-12-31 8.5=2029-12-31',
  ),
  product(
    'Go',
    official('golang'),
    `1.9=2018-08-24 1.10=2019-02-25 1.11=2019-09-03 1.12=2020-02-25 1.13=2020-08-11 1.14=2021-02-16 1.15=2021-08-16 1.16=2022-03-15 1.17=2022-08-02
     1.18=2023-02-01 1.19=2023-08-08 1.20=2024-02-06 1.21=2024-08-13 1.22=2025-02-11 1.23=2025-08-12 1.24=2026-02-10 1.25=2026-08-19`,
  ),
  product(
    'Java',
    official('eclipse-temurin'),
    '6=2018-12-31 7=2022-07-31 9=2018-03-20 10=2018-09-25 12=2019-09-17 13=2020-03-17 14=2020-09-15 15=2021-03-16 16=2021-09-14 18=2022-09-20 19=2023-03-21 20=2023-09-19 22=2024-09-17 23=2025-03-18 24=2025-09-16 17=2027-10-31 21=2029-12-31',
  ),
  // Deprecated: since July 2022 it gets early-access builds only, each of which is given up when its release is out.
  product(
    "Docker's image of OpenJDK",
    official('openjdk'),
    '6=2018-12-31 7,8,9,10,11,12,13,14,15,16,17=2022-07-31 18,latest=2022-09-20 19=2022-09-20 20=2023-03-21 21=2023-09-19 22=2024-03-19 23=2024-09-17 24=2025-03-18 25=2025-09-16 26=2026-03-17 27=2026-09-15',
  ),
  product(
    '.NET',
    /^mcr\.microsoft\.com\/dotnet\/(?:core\/)?(?:sdk|aspnet|runtime|runtime-deps)$/,
    '2.1=2021-08-21 2.2=2019-12-23 3.0=2020-03-03 3.1=2022-12-13 5.0=2022-05-10 6.0=2024-11-12 7.0=2024-05-14 8.0=2026-11-10 9.0=2026-11-10 10.0=2028-11-14',
  ),
  product(
    'PostgreSQL',
    official('postgres'),
    '9,9.4,9.5,9.6=2021-11-11 10=2022-11-10 11=2023-11-09 12=2024-11-21 13=2025-11-13 14=2026-11-12 15=2027-11-11 16=2028-11-09 17=2029-11-08 18=2030-11-14',
  ),
  product(
    'MySQL',
    official('mysql'),
    '5.5=2018-12-31 5.6=2021-02-28 5,5.7=2023-10-31 8.0=2026-04-30 8.1=2023-10-25 8.2=2023-12-14 8.3=2024-04-10 8.4=2032-04-30 9.0=2024-10-15 9.1=2025-01-21 9.2=2025-04-15 9.3=2025-07-22 9.4=2025-10-21 9.5=2026-01-20 9.6=2026-04-21',
  ),
  product(
    'MariaDB',
    official('mariadb'),
    '5,5.5=2020-04-11 10.0=2019-03-31 10.1=2020-10-17 10.2=2022-05-23 10.3=2023-05-25 10.4=2024-06-18 10.5=2025-06-24 10.6=2026-07-06 10.7=2023-02-14 10.8=2023-05-20 10.9=2023-08-22 10.10=2023-11-17 10.11=2028-02-16 11.4=2029-05-29',
  ),
  product(
    'MongoDB',
    official('mongo'),
    '3,3.2,3.4,3.6=2021-04-30 4.0=2022-04-30 4.2=2023-04-30 4,4.4=2024-02-29 5,5.0=2024-10-31 6,6.0=2025-07-31 7,7.0=2027-08-31 7.1,7.2,7.3=2024-10-31 8.0=2029-10-31 8.1=2025-09-30',
  ),
  product('Redis', official('redis'), '3,4,5=2022-04-27 6.0=2022-05-31 7.0=2024-07-29'),
  product(
    'nginx',
    official('nginx'),
    '1.8,1.9,1.10,1.11,1.12,1.13,1.14=2019-04-23 1.16,1.17,1.18,1.19=2021-05-25 1.20,1.21=2022-05-24 1.22,1.23=2023-04-11 1.24,1.25=2024-05-29 1.26,1.27=2025-06-24',
  ),
  product('Apache HTTP Server', official('httpd'), '2.2=2018-01-01'),
  product('Tomcat', official('tomcat'), '6=2016-12-31 7=2021-03-31 8.0=2018-06-30 8,8.5=2024-03-31 10.0=2022-10-31'),
  product(
    'Traefik',
    official('traefik'),
    `1=2021-12-31 2.0,2.1,2.2=2020-09-23 2.3=2021-01-19 2.4=2021-08-17 2.5=2022-01-24 2.6=2022-05-24 2.7=2022-06-29 2.8=2022-10-03 2.9=2023-04-24
     2.10=2024-02-12 3.0=2024-07-15 3.1=2024-10-28 3.2=2025-01-06 3.3=2025-05-05 3.4=2025-07-23 3.5=2025-11-07`,
  ),
]

/** Debian's and Ubuntu's names of their releases, with the official image. */
export const CODENAMES: ReadonlyMap<string, readonly [string, string]> = new Map(
  Object.entries({
    debian: '6=squeeze 7=wheezy 8=jessie 9=stretch 10=buster 11=bullseye 12=bookworm 13=trixie',
    ubuntu:
      '12.04=precise 14.04=trusty 14.10=utopic 15.04=vivid 15.10=wily 16.04=xenial 16.10=yakkety 17.04=zesty 17.10=artful 18.04=bionic 18.10=cosmic 19.04=disco 19.10=eoan 20.04=focal 20.10=groovy ' +
      '21.04=hirsute 21.10=impish 22.04=jammy 22.10=kinetic 23.04=lunar 23.10=mantic 24.04=noble 24.10=oracular 25.04=plucky 25.10=questing 26.04=resolute',
  }).flatMap(([image, names]) =>
    names.split(' ').map((entry) => {
      const [version = '', name = ''] = entry.split('=')
      return [name, [image, version]] as const
    }),
  ),
)
