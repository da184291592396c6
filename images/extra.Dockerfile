# A family's image with the packages that one script needs beyond it: one small layer.
ARG FAMILY
FROM ${FAMILY} AS install
USER 0:0
ARG PIP_INDEX_URL
ARG PIP_EXTRA_INDEX_URL
ARG PIP_TRUSTED_HOST
ARG PACKAGES
COPY install-extra certificates.pe[m] within.txt /build/
RUN /build/install-extra $PACKAGES
# Last, so that everything before it can be used again: by this the stage is found and removed after the build.
ARG RETUNE_BUILD
LABEL retune.stage=${RETUNE_BUILD}

FROM ${FAMILY}
COPY --from=install /extra /opt/retune
