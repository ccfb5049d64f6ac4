package vestibule.local.papers;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ModifiersTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.TreePath;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The source of a {@code @ConfigMapping}, read for its keys, defaults and Javadoc. */
record Mapping(DocTrees docs, CompilationUnitTree unit, ClassTree type) {

    /** Empty for a source that is none. */
    static Optional<Mapping> in(DocTrees docs, CompilationUnitTree unit) {
        return unit.getTypeDecls().stream()
                .filter(ClassTree.class::isInstance)
                .map(ClassTree.class::cast)
                .filter(type -> value(type.getModifiers(), "ConfigMapping").isPresent())
                .map(type -> new Mapping(docs, unit, type))
                .findFirst();
    }

    Stream<Setting> settings() {
        var prefix = value(type.getModifiers(), "ConfigMapping").orElseThrow();
        return settings(prefix, type, TreePath.getPath(unit, type));
    }

    private Stream<Setting> settings(String prefix, ClassTree group, TreePath path) {
        var nested = nested(group);
        return group.getMembers().stream()
                .filter(MethodTree.class::isInstance)
                .map(MethodTree.class::cast)
                .filter(method -> method.getBody() == null)
                .flatMap(
                        method -> {
                            var key = prefix + "." + name(method);
                            var inner = nested.get(String.valueOf(method.getReturnType()));
                            return inner == null
                                    ? Stream.of(setting(key, method, path))
                                    : settings(key, inner, new TreePath(path, inner));
                        });
    }

    private static Map<String, ClassTree> nested(ClassTree group) {
        return group.getMembers().stream()
                .filter(member -> member.getKind() == Tree.Kind.INTERFACE)
                .map(ClassTree.class::cast)
                .collect(
                        Collectors.toMap(
                                inner -> inner.getSimpleName().toString(), Function.identity()));
    }

    private Setting setting(String key, MethodTree method, TreePath group) {
        var meaning =
                Optional.ofNullable(docs.getDocComment(new TreePath(group, method)))
                        .map(Mapping::words)
                        .orElseThrow(() -> new AssertionError(key + " has no Javadoc"));
        return new Setting(key, theDefault(method), meaning);
    }

    private static String theDefault(MethodTree method) {
        var optional = String.valueOf(method.getReturnType()).startsWith("Optional");
        return value(method.getModifiers(), "WithDefault")
                .map("`%s`"::formatted)
                .orElse(optional ? "none" : "to be set");
    }

    private static String name(MethodTree method) {
        return value(method.getModifiers(), "WithName")
                .orElseGet(
                        () ->
                                method.getName()
                                        .toString()
                                        .replaceAll("([a-z0-9])([A-Z])", "$1-$2")
                                        .toLowerCase(Locale.ROOT));
    }

    /** The one argument of an annotation. */
    private static Optional<String> value(ModifiersTree modifiers, String annotation) {
        return modifiers.getAnnotations().stream()
                .filter(one -> one.getAnnotationType().toString().equals(annotation))
                .map(AnnotationTree::getArguments)
                .map(List::getFirst)
                .map(first -> first instanceof AssignmentTree named ? named.getExpression() : first)
                .map(literal -> ((LiteralTree) literal).getValue().toString())
                .findFirst();
    }

    private static String words(String javadoc) {
        return javadoc.replaceAll("\\{@(?:code|link)\\s+(?:[A-Za-z.]*#)?([^}]*)}", "`$1`")
                .replaceAll("\\s+", " ")
                .strip();
    }
}
