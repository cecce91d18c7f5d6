"""What an operator relies on in an installation of Argo CD with agents-render, looked for in its objects."""

REPO_SERVER = "argocd-repo-server"
SIDECAR = "agents-render"
SOCKETS = "/home/argocd/cmp-server/plugins"
CONFIGURATION = "/home/argocd/cmp-server/config"
PORT = 8086


def faults(objects, settings, token, monitored=False, permitted=None):
    """
    settings: variables that reach the sidecar through ConfigMaps;
    token: whether the pod is expected to have one; monitored: whether Service, monitor and policies are expected;
    permitted: whether the pod may read Applications (as token, unless given).
    """
    deployment = one(objects, "Deployment", REPO_SERVER)
    template = deployment["spec"]["template"]
    pod, labels = template["spec"], template["metadata"]["labels"]
    found = list(of_containers(objects, pod, settings))
    if pod.get("automountServiceAccountToken", True) != token:
        found.append(f"the token is {'not ' if token else ''}mounted")
    if may_read(objects, pod["serviceAccountName"]) != (token if permitted is None else permitted):
        found.append("the permission to read Applications is not as expected")
    if monitored:
        found += of_monitoring(objects, pod, labels)
    return found


def of_containers(objects, pod, expected):
    sidecars = [container for container in pod["containers"] if container["name"] == SIDECAR]
    if len(sidecars) != 1:
        yield f"{len(sidecars)} sidecars"
        return
    sidecar, server = sidecars[0], pod["containers"][0]
    if not any("argocd-repo-server" in word for word in server.get("args", []) + server.get("command", [])):
        yield "the first container is not the repo-server"
    if mounts(server).get(SOCKETS) is None or mounts(server).get(SOCKETS) != mounts(sidecar).get(SOCKETS):
        yield "the two containers do not share the folder of sockets"
    if value(sidecar, "ARGOCD_PLUGINSOCKFILEPATH") != SOCKETS:
        yield "the sidecar's socket is elsewhere"
    if set(mounts(sidecar)) != {SOCKETS, CONFIGURATION}:
        yield f"the sidecar mounts {sorted(mounts(sidecar))}"
    volumes = {volume["name"]: volume for volume in pod["volumes"]}
    if len(volumes) != len(pod["volumes"]):
        yield "two volumes of one name"
    for container in pod["containers"] + pod.get("initContainers", []):
        for mount in container.get("volumeMounts", []):
            if mount["name"] not in volumes:
                yield f"{container['name']} mounts {mount['name']}, which is not there"
    yield from of_configuration(objects, volumes.get(mounts(sidecar)[CONFIGURATION], {}))
    for source in sidecar.get("envFrom", []):
        if not source["configMapRef"].get("optional"):
            yield "settings that need not be there keep the pod from starting"
    if {name: text for one in settings(objects, sidecar) for name, text in one["data"].items()} != expected:
        yield "the settings are not as expected"
    ports = {port["name"]: port["containerPort"] for port in sidecar["ports"]}
    if ports != {"render-metrics": PORT} or value(sidecar, "AGENTS_RENDER_METRICS_PORT") != str(PORT):
        yield f"the ports are {ports}"
    taken = [port for container in pod["containers"] for port in container.get("ports", [])]
    if len({port["containerPort"] for port in taken}) != len(taken):
        yield "a port is taken twice"
    for probe in ("startupProbe", "livenessProbe"):
        if sidecar[probe]["httpGet"] != {"path": "/healthz", "port": "render-metrics"}:
            yield f"{probe} asks elsewhere"
    if sidecar["securityContext"] != {
        "runAsNonRoot": True,
        "runAsUser": 999,
        "runAsGroup": 999,
        "readOnlyRootFilesystem": True,
        "allowPrivilegeEscalation": False,
        "capabilities": {"drop": ["ALL"]},
        "seccompProfile": {"type": "RuntimeDefault"},
    }:
        yield "the security context is not as given"
    if "memory" not in sidecar["resources"]["limits"] or "cpu" not in sidecar["resources"]["requests"]:
        yield "resources are missing"
    if pod.get("terminationGracePeriodSeconds", 30) < 30:
        yield "the pod has too little time to stop"


def settings(objects, sidecar):
    names = [source["configMapRef"]["name"] for source in sidecar["envFrom"]]
    return [item for name in names for item in objects if is_a(item, "ConfigMap", name)]


def of_configuration(objects, volume):
    reference = volume.get("configMap", {})
    maps = [item for item in objects if is_a(item, "ConfigMap", reference.get("name"))]
    if len(maps) != 1:
        yield f"the configuration {reference.get('name')} is there {len(maps)} times"
        return
    key = next((item["key"] for item in reference.get("items", []) if item["path"] == "plugin.yaml"), "plugin.yaml")
    if "name: agents-render\n" not in maps[0]["data"].get(key, ""):
        yield "plugin.yaml does not name the plugin"


def of_monitoring(objects, pod, labels):
    service = one(objects, "Service", "agents-render-metrics")
    if not service["spec"]["selector"].items() <= labels.items():
        yield "the Service selects other pods"
    port = service["spec"]["ports"][0]
    if port["targetPort"] not in [p.get("name") for container in pod["containers"] for p in container.get("ports", [])]:
        yield "the Service's port is no port of the pod"
    monitor = one(objects, "ServiceMonitor", "agents-render")
    if not monitor["spec"]["selector"]["matchLabels"].items() <= service["metadata"]["labels"].items():
        yield "the ServiceMonitor selects another Service"
    if monitor["spec"]["endpoints"][0]["port"] != port["name"]:
        yield "the ServiceMonitor's port is no port of the Service"
    for name in ("agents-render-metrics", "agents-render-egress"):
        policy = one(objects, "NetworkPolicy", name)
        if not policy["spec"]["podSelector"]["matchLabels"].items() <= labels.items():
            yield f"{name} selects other pods"
    allowed = one(objects, "NetworkPolicy", "agents-render-egress")["spec"]["egress"][1]["to"][0]["podSelector"]
    names = allowed["matchExpressions"][0]["values"]
    for item in objects:
        name = item["metadata"].get("labels", {}).get("app.kubernetes.io/name", "")
        if item["kind"] == "Service" and "redis" in name:
            selected = item["spec"].get("selector", {}).get("app.kubernetes.io/name")
            if selected not in names:
                yield f"{item['metadata']['name']} is out of reach"


def may_read(objects, account):
    for binding in objects:
        if binding["kind"] != "RoleBinding" or account not in [s["name"] for s in binding.get("subjects", [])]:
            continue
        for rule in one(objects, "Role", binding["roleRef"]["name"]).get("rules") or []:
            if "applications" in rule["resources"] and "get" in rule["verbs"]:
                return True
    return False


def one(objects, kind, name):
    found = [item for item in objects if is_a(item, kind, name)]
    if len(found) != 1:
        raise SystemExit(f"{len(found)} of {kind} {name}")
    return found[0]


def is_a(item, kind, name):
    return item["kind"] == kind and item["metadata"]["name"] == name


def mounts(container):
    return {mount["mountPath"]: mount["name"] for mount in container.get("volumeMounts", [])}


def value(container, name):
    return next((entry.get("value") for entry in container.get("env", []) if entry["name"] == name), None)
