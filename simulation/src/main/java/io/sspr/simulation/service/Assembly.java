package io.sspr.simulation.service;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.context.annotation.Configuration;

/** Makes the parts of a service by their constructors, each once and when it is asked for; milliseconds, no container. */
final class Assembly {

    private static final Map<String, List<Class<?>>> SCANNED = new ConcurrentHashMap<>();

    private final List<Object> given = new ArrayList<>();
    private final Map<Object, Object> made = new LinkedHashMap<>();
    private final List<Class<?>> components;

    Assembly(String base) {
        components = load(base);
    }

    /** Loads the classes of a service. */
    static List<Class<?>> load(String base) {
        return SCANNED.computeIfAbsent(base, Assembly::scan);
    }

    private static List<Class<?>> scan(String base) {
        List<Class<?>> found = new ArrayList<>();
        for (BeanDefinition definition :
                new ClassPathScanningCandidateComponentProvider(true).findCandidateComponents(base)) {
            try {
                found.add(Class.forName(definition.getBeanClassName()));
            } catch (ClassNotFoundException e) {
                throw new IllegalStateException(e);
            }
        }
        found.sort(Comparator.comparing(Class::getName));
        return found;
    }

    void give(Object part) {
        given.add(part);
    }

    /** The part of that type. */
    <T> T get(Class<T> type) {
        for (Object part : given) if (type.isInstance(part)) return type.cast(part);
        for (Class<?> component : components)
            if (isPart(component) && type.isAssignableFrom(component)) return type.cast(part(component));
        for (Method method : methods())
            if (type.isAssignableFrom(method.getReturnType())) return type.cast(part(method));
        ConfigurationProperties properties = type.getAnnotation(ConfigurationProperties.class);
        if (properties != null) return bound(type, properties);
        throw new IllegalStateException("There is no " + type.getName());
    }

    /** All parts of that type. */
    <T> List<T> all(Class<T> type) {
        List<T> all = new ArrayList<>();
        for (Class<?> component : components)
            if (isPart(component) && type.isAssignableFrom(component)) all.add(type.cast(part(component)));
        for (Method method : methods())
            if (type.isAssignableFrom(method.getReturnType())) all.add(type.cast(part(method)));
        return all;
    }

    /** All classes of which there are parts. */
    List<Class<?>> parts() {
        return components.stream().filter(Assembly::isPart).toList();
    }

    private static boolean isPart(Class<?> component) {
        return !component.isAnnotationPresent(Configuration.class) && !hasBeans(component);
    }

    private static boolean hasBeans(Class<?> component) {
        for (Method method : component.getDeclaredMethods()) if (method.isAnnotationPresent(Bean.class)) return true;
        return false;
    }

    private List<Method> methods() {
        List<Method> methods = new ArrayList<>();
        for (Class<?> component : components)
            for (Method method : component.getDeclaredMethods())
                if (method.isAnnotationPresent(Bean.class)) methods.add(method);
        methods.sort(Comparator.comparing(Method::toString));
        return methods;
    }

    private <T> T bound(Class<T> type, ConfigurationProperties properties) {
        Object known = made.get(type);
        if (known != null) return type.cast(known);
        String prefix = properties.value().isEmpty() ? properties.prefix() : properties.value();
        T bound = new Binder(new MapConfigurationPropertySource(Map.of())).bindOrCreate(prefix, Bindable.of(type));
        made.put(type, bound);
        return bound;
    }

    private Object part(Class<?> component) {
        Object known = made.get(component);
        if (known != null) return known;
        Constructor<?> constructor = constructor(component);
        constructor.setAccessible(true);
        Object part;
        try {
            part = constructor.newInstance(arguments(constructor.getGenericParameterTypes()));
        } catch (ReflectiveOperationException e) {
            throw failed(component.getName(), e);
        }
        made.put(component, part);
        return part;
    }

    private static Constructor<?> constructor(Class<?> component) {
        Constructor<?>[] all = component.getDeclaredConstructors();
        for (Constructor<?> one : all) if (all.length == 1 || one.isAnnotationPresent(Autowired.class)) return one;
        throw new IllegalStateException("It is not clear how to make a " + component.getName());
    }

    private Object part(Method method) {
        Object known = made.get(method);
        if (known != null) return known;
        method.setAccessible(true);
        Object part;
        try {
            Object owner = Modifier.isStatic(method.getModifiers()) ? null : part(method.getDeclaringClass());
            part = method.invoke(owner, arguments(method.getGenericParameterTypes()));
        } catch (ReflectiveOperationException e) {
            throw failed(method.toString(), e);
        }
        made.put(method, part);
        return part;
    }

    private static IllegalStateException failed(String what, ReflectiveOperationException e) {
        Throwable cause = e instanceof InvocationTargetException ? e.getCause() : e;
        return new IllegalStateException("It is not possible to make " + what, cause);
    }

    private Object[] arguments(Type[] types) {
        Object[] arguments = new Object[types.length];
        for (int i = 0; i < types.length; i++) arguments[i] = argument(types[i]);
        return arguments;
    }

    private Object argument(Type type) {
        if (type instanceof Class<?> plain) return get(plain);
        ParameterizedType generic = (ParameterizedType) type;
        if (generic.getRawType() == List.class) return all(raw(generic.getActualTypeArguments()[0]));
        if (generic.getRawType() == ObjectProvider.class) return new Nothing();
        return get((Class<?>) generic.getRawType());
    }

    private static Class<?> raw(Type type) {
        return type instanceof ParameterizedType generic ? (Class<?>) generic.getRawType() : (Class<?>) type;
    }

    /** Of what a service can do without. */
    private static final class Nothing implements ObjectProvider<Object> {
        @Override
        public @Nullable Object getIfAvailable() {
            return null;
        }

        @Override
        public Stream<Object> stream() {
            return Stream.empty();
        }
    }
}
