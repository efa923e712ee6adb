# The command line in an image: Node's binary with the program in it, and nothing to install. Its context is what scripts/image-context.mjs makes:
#   npm run build:binary && node scripts/image-context.mjs && docker build -t prune-image-tags build/image
# The base has the C and C++ libraries that Node needs, and a shell: GitLab's runner and Jenkins's `agent { docker … }` start their scripts with one.
# The release asks for its digest and names that (BASE=debian:12-slim@sha256:…). Here it is a tag, because the digest could not be asked for where this was written.
ARG BASE=debian:12-slim
FROM ${BASE}

ARG TARGETARCH=amd64
COPY ${TARGETARCH}/ /

ARG VERSION=unreleased
ARG REVISION=unknown
ARG IMAGE=ghcr.io/prune-image-tags/prune-image-tags
LABEL org.opencontainers.image.title="prune-image-tags" \
      org.opencontainers.image.description="Deletes all but the newest image tags of a container registry, without harm to anything kept" \
      org.opencontainers.image.url="https://github.com/prune-image-tags/prune-image-tags" \
      org.opencontainers.image.source="https://github.com/prune-image-tags/prune-image-tags" \
      org.opencontainers.image.documentation="https://github.com/prune-image-tags/prune-image-tags#readme" \
      org.opencontainers.image.licenses="MIT" \
      org.opencontainers.image.version="${VERSION}" \
      org.opencontainers.image.revision="${REVISION}"

# Journals are there, whoever the user is (Jenkins names its own). Mount a volume there to be able to undo.
ENV XDG_STATE_HOME=/state \
    PRUNE_IMAGE_TAGS_IMAGE=${IMAGE}:${VERSION}
USER 65532:65532
ENTRYPOINT ["/usr/local/bin/prune-image-tags"]
