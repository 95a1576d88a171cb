import { describe, expect, test } from 'vitest'
import { parseImage } from '../../../src/source/image-reference.ts'
import { releasesOf } from '../../../src/subjects/images/releases.ts'
import { LISTED, PRODUCTS } from '../../../src/subjects/images/releases-table.ts'

function releases(image: string): string {
  return releasesOf(parseImage(image))
    .map(({ name, supported }) => `${name}${supported ? '' : ' ended'}`)
    .join(', ')
}

describe('what a tag tells of a release', () => {
  test.each([
    ['debian:buster-slim', 'Debian 10 ended'],
    ['debian:10.13', 'Debian 10 ended'],
    ['debian:bullseye', 'Debian 11 ended'],
    ['ubuntu:20.04', 'Ubuntu 20.04 ended'],
    ['ubuntu:jammy', 'Ubuntu 22.04'],
    ['ubuntu:22', ''],
    ['alpine:3.12.4', 'Alpine Linux 3.12 ended'],
    ['alpine:3', ''],
    ['alpine:edge', ''],
    ['centos:centos7.9.2009', 'CentOS 7 ended'],
    ['centos', 'CentOS ended'],
    ['quay.io/centos/centos:stream8', 'CentOS stream8 ended'],
    ['node:18-alpine', 'Node.js 18 ended'],
    ['node:hydrogen', 'Node.js hydrogen ended'],
    ['node:22.1.0-bookworm-slim', 'Node.js 22, Debian 12'],
    ['node:lts', ''],
    ['node:buster', 'Debian 10 ended'],
    ['python:3.8-slim', 'Python 3.8 ended'],
    ['python:3', ''],
    ['python:2', 'Python 2 ended'],
    ['python:slim-bullseye', 'Debian 11 ended'],
    ['eclipse-temurin:17-jdk-focal', 'Java 17, Ubuntu 20.04 ended'],
    ['openjdk:17-jdk-slim', "Docker's image of OpenJDK 17 ended"],
    ['openjdk:8u342-jre', "Docker's image of OpenJDK 8 ended"],
    ['openjdk:28-ea', ''],
    ['postgres:12-alpine3.15', 'PostgreSQL 12 ended, Alpine Linux 3.15 ended'],
    ['mysql:5.7.44', 'MySQL 5.7 ended'],
    ['amazonlinux:2018.03', 'Amazon Linux 2018 ended'],
    ['registry.access.redhat.com/ubi8/nodejs-16', 'Red Hat UBI 8'],
    ['registry.redhat.io/rhel7', 'Red Hat UBI 7 ended'],
    ['mcr.microsoft.com/dotnet/aspnet:6.0-bullseye-slim', '.NET 6.0 ended, Debian 11 ended'],
    ['mcr.microsoft.com/windows/nanoserver:20H2', 'Windows Server 20h2 ended'],
    ['golang:1.21', 'Go 1.21 ended'],
    ['redis:7.2', ''],
    ['redis:7.0', 'Redis 7.0 ended'],
    ['golang:1.25-resolute', 'Go 1.25 ended, Ubuntu 26.04'],
    ['traefik:v3.4', 'Traefik 3.4 ended'],
    ['traefik:v3', ''],
    ['mongo:7.3', 'MongoDB 7.3 ended'],
    ['mongo:7', 'MongoDB 7'],
    ['mariadb:10.10', 'MariaDB 10.10 ended'],
    ['mariadb:10', ''],
    ['example.com/node:8', ''],
    ['bitnami/node:8', ''],
    ['debian@sha256:dfd64a3b4296d8c9b62aa3309984f8620b98d87e47492599ee20739e8eb54fbf', ''],
    ['node:constructor', ''],
  ])('%s: %s', (image, expected) => {
    expect(releases(image)).toBe(expected)
  })
})

test('every release has a day, and some of the table have ended', () => {
  const days = PRODUCTS.flatMap((product) => [...product.releases.values()])
  expect(days.filter((day) => !/^20[12]\d-(?:0[1-9]|1[0-2])-[0-3]\d$/.test(day) && !day.startsWith('203'))).toEqual([])
  expect(days.some((day) => day < LISTED) && days.some((day) => day >= LISTED)).toBe(true)
})
